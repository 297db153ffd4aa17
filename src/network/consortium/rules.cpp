#include "network/consortium/rules.h"

#include <algorithm>
#include <array>

namespace tributary::network {
namespace {

constexpr std::array<std::string_view, 9> kKindNames{
    "organisations", "countries",          "every_country", "only",   "once",
    "budget_total",  "organisation_share", "country_share", "by_hand"};
static_assert(kKindNames.size() == static_cast<std::size_t>(kLastRuleKind) + 1);

constexpr std::array kApplying{Role::coordinator, Role::partner};

Answer answer_of(bool is_so) { return is_so ? Answer::yes : Answer::no; }

Answer within(const std::vector<std::string>& wanted, const std::string& value) {
  if (wanted.empty()) return Answer::yes;
  if (value.empty()) return Answer::maybe;
  return answer_of(std::ranges::find(wanted, value) != wanted.end());
}

Answer has_role(const Selector& selector, const Member& member) {
  if (selector.roles.size() == kRoles.size()) return Answer::yes;
  if (!member.role) return Answer::maybe;
  if (selector.roles.empty()) {
    return answer_of(std::ranges::find(kApplying, *member.role) != kApplying.end());
  }
  return answer_of(std::ranges::find(selector.roles, *member.role) != selector.roles.end());
}

Answer is_as_new(const Selector& selector, const Member& member) {
  if (!selector.newcomer) return Answer::yes;
  if (!member.newcomer) return Answer::maybe;
  return answer_of(*selector.newcomer == *member.newcomer);
}

}  // namespace

std::string_view name_of(RuleKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }

std::optional<RuleKind> rule_kind_from(std::string_view name) {
  const auto* found = std::ranges::find(kKindNames, name);
  if (found == kKindNames.end()) return std::nullopt;
  return static_cast<RuleKind>(found - kKindNames.begin());
}

Answer picks(const Selector& selector, const Member& member) {
  return std::min({has_role(selector, member), within(selector.countries, member.country),
                   within(selector.types, member.type), is_as_new(selector, member)});
}

}  // namespace tributary::network
