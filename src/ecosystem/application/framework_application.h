// ecosystem/application/framework_application.h
//
// What a state or region makes of each element and principle of a version: applied, adapted, or
// explained why not. A region has what its state has, but for what it says itself.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "ecosystem/application/application_stage.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/framework/framework_version.h"

namespace tributary::ecosystem {

/// A Member State, or a region of one by its NUTS code ("PT11").
struct Jurisdiction {
  StateCode state;
  std::string region = {};  ///< empty for the state itself
  [[nodiscard]] bool is_region() const { return !region.empty(); }
  auto operator<=>(const Jurisdiction&) const = default;
};

/// "PT" or "PT11".
std::string name_of(const Jurisdiction& jurisdiction);

/// A state by two letters, a region by more. Errors: those of check_jurisdiction().
Result<Jurisdiction> parse_jurisdiction(std::string_view code);

/// Errors: `invalid_argument` where the state is not two letters from A to Z, or the region is not
/// its code and one to three letters or digits more.
Result<> check_jurisdiction(const Jurisdiction& jurisdiction);

enum class ItemStatus : std::uint8_t { not_started, partly, in_place, not_applicable };

std::string_view name_of(ItemStatus status);

struct AppliedItem {
  ItemStatus status = ItemStatus::not_started;
  std::optional<Level> self_assessed, peer_reviewed;
  std::string adaptation;   ///< how it reads here, where that differs from the framework
  std::string explanation;  ///< why it is not applied
  std::vector<std::string> evidence_links;
  std::string responsible_body;
  std::optional<Date> from, until;
  bool operator==(const AppliedItem&) const = default;
};

/// How far the two levels lie apart, peers less self: negative where peers see less. Nothing where
/// one is missing, which is not zero.
std::optional<int> level_distance(const AppliedItem& item);

using AppliedItems = std::map<ItemKey, AppliedItem>;

/// Whether what is said of one item can stand: it does not end before it begins, what is not
/// applicable has no level, and evidence is a web address. Errors: `invalid_argument` naming the
/// item.
Result<> check_item(const ItemKey& key, const AppliedItem& item);

/// What is missing, by item.
using MissingItems = std::map<ItemKey, std::string>;

/// Adapt or explain: each item of the version is told of, and one that is not started or not
/// applicable has its explanation; what is told passes check_item(), and nothing is said of items
/// that the version has not.
MissingItems not_adapted_or_explained(const FrameworkVersion& version, const AppliedItems& items);

/// The same as a condition. Errors: `unmet` naming the first item that is missing.
Result<> check_adapt_or_explain(const FrameworkVersion& version, const AppliedItems& items);

/// What holds in a region, item by item.
struct EffectiveItem {
  AppliedItem item;
  bool is_inherited = false;  ///< the state's
  bool operator==(const EffectiveItem&) const = default;
};

std::map<ItemKey, EffectiveItem> effective_items(const AppliedItems& of_state,
                                                 const AppliedItems& of_region);

/// How many levels are missing to a target, by item, greatest first and then by key. An item
/// without a level is not in it: it has to be assessed first.
struct Gap {
  ItemKey item;
  Level level = Level::absent, target = Level::absent;
  [[nodiscard]] int levels() const { return static_cast<int>(target) - static_cast<int>(level); }
  bool operator==(const Gap&) const = default;
};

/// Peers' levels count where there are any, else those that were self-assessed.
std::vector<Gap> gaps_to(const std::map<ItemKey, Level>& targets, const AppliedItems& items);

}  // namespace tributary::ecosystem
