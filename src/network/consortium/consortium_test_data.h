// network/consortium/consortium_test_data.h
//
// Small random consortia and rules for property tests.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "network/consortium/rules.h"

namespace tributary::network {

inline rc::Gen<Member> any_known_member() {
  return rc::gen::exec([] {
    Member member;
    if (*rc::gen::inRange(0, 3) == 0) member.id = *rc::gen::element<std::string>("1", "2", "3");
    member.name = *rc::gen::element<std::string>("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    member.country = *rc::gen::element<std::string>("AT", "PT", "RO", "CH");
    member.type = *rc::gen::element<std::string>("enterprise", "vocational_school", "research");
    member.role = *rc::gen::elementOf(std::vector(kRoles.begin(), kRoles.end()));
    member.budget = Money{*rc::gen::inRange(0, 10) * 1'000};
    member.newcomer = *rc::gen::arbitrary<bool>();
    return member;
  });
}

/// Of whom one thing or another may be unknown.
inline rc::Gen<Member> any_member() {
  return rc::gen::exec([] {
    auto member = *any_known_member();
    const auto is_unknown = [] { return *rc::gen::inRange(0, 6) == 0; };
    if (is_unknown()) member.country.clear();
    if (is_unknown()) member.type.clear();
    if (is_unknown()) member.role = std::nullopt;
    if (is_unknown()) member.budget = std::nullopt;
    if (is_unknown()) member.newcomer = std::nullopt;
    return member;
  });
}

inline rc::Gen<std::vector<Member>> any_members(std::size_t most) {
  return rc::gen::exec([most] {
    const auto number = *rc::gen::inRange<std::size_t>(0, most + 1);
    return *rc::gen::container<std::vector<Member>>(number, any_member());
  });
}

inline rc::Gen<Selector> any_selector() {
  using Lists = std::vector<std::vector<std::string>>;
  return rc::gen::exec([] {
    Selector selector;
    const auto asks = [] { return *rc::gen::inRange(0, 3) == 0; };
    if (asks())
      selector.roles = *rc::gen::elementOf(std::vector<std::vector<Role>>{
          {Role::coordinator}, {Role::coordinator, Role::partner, Role::associated_partner}});
    if (asks())
      selector.countries = *rc::gen::elementOf(Lists{{"AT"}, {"PT", "RO"}, {"AT", "PT", "CH"}});
    if (asks())
      selector.types = *rc::gen::elementOf(Lists{{"enterprise"}, {"enterprise", "research"}});
    if (asks()) selector.newcomer = *rc::gen::arbitrary<bool>();
    return selector;
  });
}

/// Bounds that small consortia may keep or break.
inline rc::Gen<Rule> any_rule() {
  return rc::gen::exec([] {
    Rule rule;
    rule.kind = static_cast<RuleKind>(*rc::gen::inRange(0, static_cast<int>(RuleKind::by_hand)));
    rule.of = *any_selector();
    const bool is_lower = *rc::gen::arbitrary<bool>();
    const auto bound = *rc::gen::inRange<std::int64_t>(0, 4);
    switch (rule.kind) {
      case RuleKind::countries:
        if (*rc::gen::inRange(0, 3) == 0) {
          rule.having = {*any_selector(), *any_selector()};
          rule.at_least = bound;
          break;
        }
        [[fallthrough]];
      case RuleKind::organisations:
        (is_lower ? rule.at_least : rule.at_most) = bound;
        break;
      case RuleKind::every_country:
        rule.having = {*any_selector(), *any_selector()};
        break;
      case RuleKind::only:
        rule.allowed = *any_selector();
        break;
      case RuleKind::budget_total:
        (is_lower ? rule.at_least : rule.at_most) = bound * 5'000;
        break;
      case RuleKind::organisation_share:
      case RuleKind::country_share:
        rule.at_most = 3'000 + bound * 2'000;
        break;
      case RuleKind::once:
      case RuleKind::by_hand:
        break;
    }
    return rule;
  });
}

}  // namespace tributary::network
