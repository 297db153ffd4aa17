// ecosystem/framework/framework_version.h
//
// What Member States agree on: elements (what must exist) and principles (how it behaves), each
// with what it looks like on every level. An element keeps its identity across versions.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/strong_id.h"
#include "ecosystem/framework/version_number.h"

namespace tributary::ecosystem {

enum class Level : std::uint8_t { absent, ad_hoc, emerging, established, embedded_and_learning };

inline constexpr std::size_t kLevels = 5;

/// "embedded_and_learning"
std::string_view name_of(Level level);

enum class ItemKind : std::uint8_t { element, principle };

std::string_view name_of(ItemKind kind);

/// "E4" or "P10": the same in all versions in which the item exists.
using ItemKey = StrongId<struct ItemKeyTag, std::string>;

/// Whether a key reads like one: E or P and a number from 1 on.
bool is_item_key(const ItemKey& key);

/// An element or a principle of one version.
struct FrameworkItem {
  ItemKey key;
  ItemKind kind = ItemKind::element;
  std::string name;
  std::string text;
  std::array<std::string, kLevels> level_descriptors;  ///< by level
  std::vector<std::string> evidence_types;             ///< accepted as evidence of a level
  bool operator==(const FrameworkItem&) const = default;
};

struct FrameworkVersion {
  VersionNumber number;
  std::string title;
  std::vector<FrameworkItem>
      items;  ///< elements and principles, in the order in which they are read
};

/// The item with this key; null where the version has none.
const FrameworkItem* find_item(const FrameworkVersion& version, const ItemKey& key);

/// Whether a version can be put to consultation: it has an element and a principle, keys stand once
/// and in the form of their kind (E or P and a number from 1 on), nothing is empty, and every level
/// is described. Errors: `invalid_argument` naming the item and what it lacks.
Result<> check_complete(const FrameworkVersion& version);

}  // namespace tributary::ecosystem
