#include "ecosystem/application/framework_application.h"

#include <algorithm>
#include <array>

#include "ecosystem/house_rules.h"

namespace tributary::ecosystem {
namespace {

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

bool is_applied(ItemStatus status) {
  return status == ItemStatus::partly || status == ItemStatus::in_place;
}

/// Pages make links of these, so nothing else may be among them.
bool is_web_address(std::string_view link) {
  return link.starts_with("https://") || link.starts_with("http://");
}

}  // namespace

std::string_view name_of(ItemStatus status) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"not_started", "partly", "in_place", "not_applicable"});
  return kNames[static_cast<std::size_t>(status)];
}

std::string name_of(const Jurisdiction& jurisdiction) {
  return jurisdiction.is_region() ? jurisdiction.region : jurisdiction.state.value;
}

Result<Jurisdiction> parse_jurisdiction(std::string_view code) {
  Jurisdiction jurisdiction{.state = {std::string(code.substr(0, 2))}};
  if (code.size() > 2) jurisdiction.region = code;
  TRY(check_jurisdiction(jurisdiction));
  return jurisdiction;
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

Result<> check_item(const ItemKey& key, const AppliedItem& item) {
  const bool has_level = item.self_assessed || item.peer_reviewed;
  if (item.status == ItemStatus::not_applicable && has_level) {
    return fail(ErrorCode::invalid_argument, "what is not applicable has no level", key.value);
  }
  if (item.from && item.until && *item.until < *item.from) {
    return fail(ErrorCode::invalid_argument,
                "it ends on " + item.until->iso() + ", before it begins on " + item.from->iso(),
                key.value);
  }
  for (const auto& link : item.evidence_links) {
    if (is_web_address(link)) continue;
    return fail(ErrorCode::invalid_argument, "evidence begins with https:// or http://",
                key.value + ": " + link);
  }
  return {};
}

MissingItems not_adapted_or_explained(const FrameworkVersion& version, const AppliedItems& items) {
  MissingItems missing;
  for (const auto& wanted : version.items) {
    const auto found = items.find(wanted.key);
    if (found == items.end()) {
      missing.emplace(wanted.key, "nothing is said of it yet");
    } else if (const auto& item = found->second;
               !is_applied(item.status) && item.explanation.empty()) {
      missing.emplace(wanted.key, "what is not applied is explained");
    }
  }
  for (const auto& [key, item] : items) {
    if (find_item(version, key) == nullptr) {
      missing.emplace(key, "version " + version.number.text() + " has no such item");
    } else if (const auto checked = check_item(key, item); !checked) {
      missing.emplace(key, checked.error().message);
    }
  }
  return missing;
}

Result<> check_adapt_or_explain(const FrameworkVersion& version, const AppliedItems& items) {
  const auto missing = not_adapted_or_explained(version, items);
  if (missing.empty()) return {};
  return fail(ErrorCode::unmet, missing.begin()->second, missing.begin()->first.value,
              house_rule(HouseRule::item_unexplained));
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
