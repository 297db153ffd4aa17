// network/consortium/rules.h
//
// What a call asks of a consortium, as data: a list of rules of a few kinds, each over the members
// that a selector picks. docs/consortium-rules.md has the files that they are written in.
//
//   Rule{.id = "countries", .kind = RuleKind::countries, .of = {.countries = {"AT", "BE", …}},
//        .at_least = 3}                         →  from at least three of these countries
//
// Plain data without behaviour; safe from any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "network/consortium/member.h"

namespace tributary::network {

/// Which members a rule is about. An empty list asks nothing, but for the roles: without any it is
/// those that apply, which are the coordinator and the partners.
struct Selector {
  std::vector<Role> roles;
  std::vector<std::string> countries;
  std::vector<std::string> types;
  std::optional<bool> newcomer;
  bool operator==(const Selector&) const = default;
};

/// Whether the selector picks the member.
Answer picks(const Selector& selector, const Member& member);

enum class RuleKind : std::uint8_t {
  organisations,       ///< how many members `of` picks
  countries,           ///< in how many countries there is one; with `having`, one for each of these
  every_country,       ///< each country of a member that `of` picks has one for each of `having`
  only,                ///< whom `of` picks is picked by `allowed` as well
  once,                ///< no organisation stands twice
  budget_total,        ///< of whom `of` picks, in cents
  organisation_share,  ///< the largest budget of one, of the total, in hundredths of a per cent
  country_share,       ///< the same of one country
  by_hand,             ///< nothing that the data could tell: people check it
};
inline constexpr RuleKind kLastRuleKind = RuleKind::by_hand;

std::string_view name_of(RuleKind kind);
std::optional<RuleKind> rule_kind_from(std::string_view name);

/// Texts by language: "en" is there always.
using Texts = std::map<std::string, std::string, std::less<>>;

struct Rule {
  std::string id;  ///< in its set
  RuleKind kind = RuleKind::by_hand;
  Texts text;                       ///< what it asks, for people
  Texts comment;                    ///< may be empty
  bool check_against_call = false;  ///< whoever wrote it down could not look it up
  Selector of;
  std::vector<Selector> having;
  Selector allowed;
  std::optional<std::int64_t> at_least, at_most;  ///< in the unit of the kind
};

struct RuleSource {
  std::string document;  ///< "Erasmus+ Programme Guide"
  std::string year;      ///< of its edition: "2025"
  std::string part;      ///< where in it
  std::string address;   ///< of a page; may be empty
};

struct RuleSet {
  std::string name;  ///< "erasmus-ka220"
  Texts title;
  std::string programme, action;
  std::vector<RuleSource> sources;
  std::vector<Rule> rules;
};

}  // namespace tributary::network
