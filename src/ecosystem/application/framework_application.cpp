#include "ecosystem/application/framework_application.h"

#include <algorithm>
#include <array>

namespace tributary::ecosystem {
namespace {

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

bool is_applied(ItemStatus status) {
  return status == ItemStatus::partly || status == ItemStatus::in_place;
}

std::unexpected<Error> unmet(const ItemKey& item, std::string what) {
  return fail(ErrorCode::unmet, std::move(what), item.value);
}

Result<> check_item(const ItemKey& key, const AppliedItem& item) {
  if (!is_applied(item.status) && item.explanation.empty()) {
    return unmet(key, "what is not applied is explained");
  }
  const bool has_level = item.self_assessed || item.peer_reviewed;
  if (item.status == ItemStatus::not_applicable && has_level) {
    return unmet(key, "what is not applicable has no level");
  }
  if (item.from && item.until && *item.until < *item.from) {
    return unmet(key,
                 "it ends on " + item.until->iso() + ", before it begins on " + item.from->iso());
  }
  return {};
}

}  // namespace

std::string_view name_of(ItemStatus status) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"not_started", "partly", "in_place", "not_applicable"});
  return kNames[static_cast<std::size_t>(status)];
}

Result<> check_jurisdiction(const Jurisdiction& jurisdiction) {
  const auto& state = jurisdiction.state.value;
  if (state.size() != 2 || !std::ranges::all_of(state, is_letter)) {
    return fail(ErrorCode::invalid_argument, "a state's code is two capital letters", state);
  }
  if (!jurisdiction.is_region()) return {};
  const std::string_view region = jurisdiction.region;
  const bool fits = region.starts_with(state) && region.size() > 2 && region.size() <= 5 &&
                    std::ranges::all_of(region.substr(2), [](char c) {
                      return is_letter(c) || (c >= '0' && c <= '9');
                    });
  if (fits) return {};
  return fail(ErrorCode::invalid_argument,
              "a region's code is its state's and one to three letters or digits",
              jurisdiction.region);
}

std::optional<int> level_distance(const AppliedItem& item) {
  if (!item.self_assessed || !item.peer_reviewed) return std::nullopt;
  return static_cast<int>(*item.peer_reviewed) - static_cast<int>(*item.self_assessed);
}

Result<> check_adapt_or_explain(const FrameworkVersion& version, const AppliedItems& items) {
  for (const auto& item : version.items) {
    const auto found = items.find(item.key);
    if (found == items.end()) return unmet(item.key, "nothing is said of it yet");
    TRY(check_item(item.key, found->second));
  }
  for (const auto& [key, item] : items) {
    if (find_item(version, key) == nullptr) {
      return unmet(key, "version " + version.number.text() + " has no such item");
    }
  }
  return {};
}

std::map<ItemKey, EffectiveItem> effective_items(const AppliedItems& of_state,
                                                 const AppliedItems& of_region) {
  std::map<ItemKey, EffectiveItem> effective;
  for (const auto& [key, item] : of_region) effective[key] = {.item = item, .is_inherited = false};
  for (const auto& [key, item] : of_state) {
    effective.try_emplace(key, EffectiveItem{.item = item, .is_inherited = true});
  }
  return effective;
}

std::vector<Gap> gaps_to(const std::map<ItemKey, Level>& targets, const AppliedItems& items) {
  std::vector<Gap> gaps;
  for (const auto& [key, target] : targets) {
    const auto found = items.find(key);
    if (found == items.end()) continue;
    const auto& item = found->second;
    const auto level = item.peer_reviewed ? item.peer_reviewed : item.self_assessed;
    if (level && *level < target) gaps.push_back({.item = key, .level = *level, .target = target});
  }
  std::ranges::stable_sort(gaps, std::ranges::greater{}, &Gap::levels);
  return gaps;
}

}  // namespace tributary::ecosystem
