// ecosystem/framework/change_map.h
//
// What became of each item between two versions, and so which levels that a state has stated for
// the older one still hold: those of items that are unchanged or only reworded. All others are
// assessed again.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ecosystem/framework/framework_version.h"

namespace tributary::ecosystem {

enum class ChangeKind : std::uint8_t { unchanged, reworded, split, merged, added, removed };

std::string_view name_of(ChangeKind kind);

/// One line: `unchanged` and `reworded` one to one, `split` one to several, `merged` several to
/// one, `added` nothing to one, `removed` one to nothing.
struct Change {
  ChangeKind kind = ChangeKind::unchanged;
  std::vector<ItemKey> from, to;
  bool operator==(const Change&) const = default;
};

using ChangeMap = std::vector<Change>;

/// What the keys and texts tell by themselves: the same key is the same item, unchanged or
/// reworded; a key that is gone was removed, a new one added. In the order of the older version,
/// then of what the newer adds.
ChangeMap change_map_by_keys(const FrameworkVersion& older, const FrameworkVersion& newer);

/// Whether the map tells of every item of both versions exactly once, in the numbers of its kind;
/// `unchanged` only of the same key with the same words, and no split or merger between elements
/// and principles. Errors: `invalid_argument` naming the item.
Result<> check_change_map(const ChangeMap& map, const FrameworkVersion& older,
                          const FrameworkVersion& newer);

/// The smallest step of the version number that the map allows: major where an item was removed,
/// split or merged, minor where one was added, else patch. A steward may take a greater one, as new
/// words can change a meaning.
Bump least_bump(const ChangeMap& map);

/// Whether `newer` may follow `older` with this map. Errors: `invalid_argument` naming the number
/// that it has to be at least.
Result<> check_number(const VersionNumber& older, const VersionNumber& newer, const ChangeMap& map);

/// Whether what was said of an item still holds behind this change.
constexpr bool carries_over(ChangeKind kind) {
  return kind == ChangeKind::unchanged || kind == ChangeKind::reworded;
}

/// What carries over of something by item, such as its level, under the keys of the newer version;
/// items without one are assessed again.
template <class Value>
std::map<ItemKey, Value> carried_over(const std::map<ItemKey, Value>& by_item,
                                      const ChangeMap& map) {
  std::map<ItemKey, Value> carried;
  for (const auto& change : map) {
    if (!carries_over(change.kind)) continue;
    const auto found = by_item.find(change.from.front());
    if (found != by_item.end()) carried.emplace(change.to.front(), found->second);
  }
  return carried;
}

}  // namespace tributary::ecosystem
