#include "app/consortium/rule_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <set>

#include "app/consortium/rule_parts.h"
#include "catalogue/project.h"

namespace tributary::app {
namespace {

using network::Rule;
using network::RuleKind;
using network::RuleSet;
using network::Selector;
using network::Texts;

constexpr std::string_view kGroupsFile = "country-groups";
constexpr std::size_t kMostRules = 50, kMostSources = 10, kMostHaving = 5;
/// Groups that a file brings along; entries of a list of roles, countries or types.
constexpr std::size_t kMostGroups = 20, kMostEntries = 300;
constexpr std::int64_t kMostOrganisations = 10'000, kMostPercent = 100;

/// A text in one language, which is English, or one for each of some languages.
Result<Texts> texts_from(JsonFields& fields, std::string_view name, bool is_needed) {
  Texts texts;
  const auto* value = fields.value(name);
  if (value == nullptr && !is_needed) return texts;
  if (value != nullptr && value->is_string()) {
    texts["en"] = TRY(fields.text(name));
  } else if (value != nullptr && value->is_object()) {
    auto languages = TRY(JsonFields::of(*value, fields.path_of(name)));
    for (const auto& entry : value->as_object()) {
      texts[std::string(entry.key())] = TRY(languages.text(entry.key()));
    }
  }
  if (!texts.contains("en")) return fields.refusal(name, "this has a text in English, \"en\"");
  return texts;
}

/// Groups that a rule may name, and whether one that it did name asks to be checked.
struct KnownGroups {
  std::span<const CountryGroup> all;
  bool is_to_be_checked = false;
};

/// Codes and names of groups, put out as codes: each once, however often and in however many groups
/// it is named.
Result<std::vector<std::string>> countries_from(JsonFields& fields, KnownGroups& groups) {
  std::set<std::string> countries;
  for (auto& name : TRY(fields.texts("countries", kMostEntries))) {
    const auto group = std::ranges::find(groups.all, name, &CountryGroup::name);
    if (group != groups.all.end()) {
      groups.is_to_be_checked = groups.is_to_be_checked || group->check_against_call;
      countries.insert(group->countries.begin(), group->countries.end());
    } else if (is_country_code(name)) {
      countries.insert(std::move(name));
    } else {
      std::vector<std::string_view> known;
      for (const auto& one : groups.all) known.emplace_back(one.name);
      return fields.refusal(
          "countries",
          fmt::format("\"{}\" is neither a country, like PT, nor a group; there are {}", name,
                      fmt::join(known, ", ")));
    }
  }
  return std::vector<std::string>(countries.begin(), countries.end());
}

Result<std::vector<network::Role>> roles_from(JsonFields& fields) {
  std::vector<network::Role> roles;
  for (const auto& name : TRY(fields.texts("roles", kMostEntries))) {
    const auto role = network::role_from(name);
    if (!role) {
      return fields.refusal("roles", fmt::format("\"{}\" is none of coordinator, partner, "
                                                 "associated_partner",
                                                 name));
    }
    roles.push_back(*role);
  }
  return roles;
}

Result<Selector> selector_from(JsonFields fields, KnownGroups& groups) {
  Selector selector;
  selector.roles = TRY(roles_from(fields));
  selector.countries = TRY(countries_from(fields, groups));
  selector.types = TRY(fields.texts("types", kMostEntries));
  const auto known = organisation_types();
  for (const auto& type : selector.types) {
    if (std::ranges::find(known, type) != known.end()) continue;
    return fields.refusal("types",
                          fmt::format("\"{}\" is none of {}", type, fmt::join(known, ", ")));
  }
  selector.newcomer = TRY(fields.flag("newcomer"));
  TRY(fields.refuse_others());
  return selector;
}

Result<Selector> selector_field(JsonFields& fields, std::string_view name, KnownGroups& groups) {
  const auto* value = fields.value(name);
  if (value == nullptr) return Selector{};
  return selector_from(TRY(JsonFields::of(*value, fields.path_of(name))), groups);
}

/// A bound in the unit that the kind counts in: organisations, cents, hundredths of a per cent.
Result<std::optional<std::int64_t>> bound_from(JsonFields& fields, std::string_view name,
                                               RuleKind kind) {
  constexpr double kHundred = 100;
  switch (kind) {
    case RuleKind::organisations:
    case RuleKind::countries:
      return fields.whole_number(name, kMostOrganisations);
    case RuleKind::budget_total:
    case RuleKind::organisation_share:
    case RuleKind::country_share: {
      const auto highest =
          kind == RuleKind::budget_total ? kMostEuro : static_cast<double>(kMostPercent);
      const auto number = TRY(fields.number(name, highest));
      if (!number) return std::nullopt;
      return static_cast<std::int64_t>(std::llround(*number * kHundred));
    }
    case RuleKind::every_country:
    case RuleKind::only:
    case RuleKind::once:
    case RuleKind::by_hand:
      return std::nullopt;
  }
  return std::nullopt;
}

/// Whether the rule says all that its kind needs, and nothing that contradicts itself.
Result<> check_bounds(const JsonFields& fields, const Rule& rule) {
  const bool is_share =
      rule.kind == RuleKind::organisation_share || rule.kind == RuleKind::country_share;
  const bool counts = is_share || rule.kind == RuleKind::organisations ||
                      rule.kind == RuleKind::countries || rule.kind == RuleKind::budget_total;
  if (counts && !rule.at_least && !rule.at_most) {
    return fields.refusal("at_least", "a rule of this kind has at_least, at_most or both");
  }
  if (is_share && (rule.at_least || !rule.at_most)) {
    return fields.refusal("at_most", "a share is limited by at_most alone, in per cent");
  }
  if (rule.at_least && rule.at_most && *rule.at_least > *rule.at_most) {
    return fields.refusal("at_most", "this is less than at_least");
  }
  if (rule.kind == RuleKind::countries && !rule.having.empty() && rule.at_most) {
    return fields.refusal("at_most", "with having there is at_least alone");
  }
  if (rule.kind == RuleKind::every_country && rule.having.empty()) {
    return fields.refusal("having", "this says whom each country has");
  }
  return {};
}

Result<Rule> rule_from(JsonFields fields, std::span<const CountryGroup> known_groups) {
  KnownGroups groups{.all = known_groups};
  Rule rule;
  rule.id = TRY(fields.text("id"));
  const auto kind_name = TRY(fields.text("kind"));
  const auto kind = network::rule_kind_from(kind_name);
  if (!kind) return fields.refusal("kind", fmt::format("there is no rule \"{}\"", kind_name));
  rule.kind = *kind;
  rule.text = TRY(texts_from(fields, "text", true));
  rule.comment = TRY(texts_from(fields, "comment", false));
  rule.check_against_call = TRY(fields.flag("check_against_call")).value_or(false);
  const bool picks_members = rule.kind != RuleKind::once && rule.kind != RuleKind::by_hand;
  if (picks_members) rule.of = TRY(selector_field(fields, "of", groups));
  if (rule.kind == RuleKind::only) rule.allowed = TRY(selector_field(fields, "allowed", groups));
  if (rule.kind == RuleKind::countries || rule.kind == RuleKind::every_country) {
    for (auto& needed : TRY(fields.objects("having", kMostHaving))) {
      rule.having.push_back(TRY(selector_from(needed, groups)));
    }
  }
  if (picks_members && rule.kind != RuleKind::only && rule.kind != RuleKind::every_country) {
    rule.at_least = TRY(bound_from(fields, "at_least", rule.kind));
    rule.at_most = TRY(bound_from(fields, "at_most", rule.kind));
  }
  rule.check_against_call = rule.check_against_call || groups.is_to_be_checked;
  TRY(fields.refuse_others());
  TRY(check_bounds(fields, rule));
  return rule;
}

Result<network::RuleSource> source_from(JsonFields fields) {
  network::RuleSource source;
  source.document = TRY(fields.text("document"));
  source.year = TRY(fields.text_or_nothing("year"));
  source.part = TRY(fields.text_or_nothing("part"));
  source.address = TRY(fields.text_or_nothing("address"));
  TRY(fields.refuse_others());
  return source;
}

Result<CountryGroup> group_from(const std::string& name, JsonFields fields) {
  CountryGroup group{.name = name};
  group.title = TRY(texts_from(fields, "title", true));
  group.countries = TRY(fields.texts("countries", kMostEntries));
  for (const auto& country : group.countries) {
    if (!is_country_code(country)) {
      return fields.refusal("countries", fmt::format("\"{}\" is no country, like PT", country));
    }
  }
  group.source = TRY(fields.text_or_nothing("source"));
  group.check_against_call = TRY(fields.flag("check_against_call")).value_or(false);
  TRY(fields.refuse_others());
  return group;
}

Result<std::vector<CountryGroup>> groups_from(const boost::json::value& value,
                                              const std::string& path) {
  std::vector<CountryGroup> groups;
  TRY(JsonFields::of(value, path));
  if (value.as_object().size() > kMostGroups) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("there are at most {} groups", kMostGroups), path);
  }
  for (const auto& entry : value.as_object()) {
    const std::string name(entry.key());
    const auto place = path.empty() ? name : path + "." + name;
    if (is_country_code(name)) {
      return fail(ErrorCode::invalid_argument, "a group has a name unlike a country", place);
    }
    auto fields = TRY(JsonFields::of(entry.value(), place));
    groups.push_back(TRY(group_from(name, std::move(fields))));
  }
  return groups;
}

/// What is wrong with a file that comes with the program is no fault of who asks.
template <class T>
Result<T> ours(std::string_view file, Result<T> result) {
  if (!result) {
    result.error().code = ErrorCode::internal;
    return in_context(file, std::move(result));
  }
  return result;
}

}  // namespace

bool is_country_code(std::string_view text) {
  const auto is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
  return text.size() == 2 && std::ranges::all_of(text, is_capital);
}

std::vector<std::string> organisation_types() {
  std::vector<std::string> types;
  for (auto number = static_cast<int>(catalogue::OrganisationType::higher_education);
       number <= static_cast<int>(catalogue::OrganisationType::other); ++number) {
    types.emplace_back(name_of(static_cast<catalogue::OrganisationType>(number)));
  }
  return types;
}

Result<std::vector<CountryGroup>> country_groups() {
  const auto texts = shipped_texts();
  const auto file = std::ranges::find(texts, kGroupsFile, &ShippedText::name);
  if (file == texts.end()) return fail(ErrorCode::internal, "the groups of countries are missing");
  const auto value = TRY(ours(kGroupsFile, parse_json(file->text)));
  return ours(kGroupsFile, groups_from(value, ""));
}

Result<RuleSet> rules_from(JsonFields fields) {
  auto groups = TRY(country_groups());
  if (const auto* own = fields.value("country_groups"); own != nullptr) {
    for (auto& group : TRY(groups_from(*own, fields.path_of("country_groups")))) {
      std::erase_if(groups, [&](const auto& known) { return known.name == group.name; });
      groups.push_back(std::move(group));
    }
  }
  RuleSet set;
  set.name = TRY(fields.text("name"));
  set.title = TRY(texts_from(fields, "title", true));
  set.programme = TRY(fields.text_or_nothing("programme"));
  set.action = TRY(fields.text_or_nothing("action"));
  for (auto& source : TRY(fields.objects("sources", kMostSources))) {
    set.sources.push_back(TRY(source_from(source)));
  }
  std::set<std::string> ids;
  for (auto& rule : TRY(fields.objects("rules", kMostRules))) {
    set.rules.push_back(TRY(rule_from(rule, groups)));
    if (ids.insert(set.rules.back().id).second) continue;
    return rule.refusal("id", "another rule of the set has this id");
  }
  if (set.rules.empty()) return fields.refusal("rules", "there is no rule here");
  TRY(fields.refuse_others());
  return set;
}

Result<RuleSet> read_rules(std::string_view json) {
  const auto value = TRY(parse_json(json));
  auto fields = TRY(JsonFields::of(value, ""));
  return rules_from(std::move(fields));
}

Result<std::vector<RuleSet>> shipped_rules() {
  std::vector<RuleSet> sets;
  for (const auto& [name, text] : shipped_texts()) {
    if (name != kGroupsFile) sets.push_back(TRY(ours(name, read_rules(text))));
  }
  return sets;
}

Result<RuleSet> shipped_rules(std::string_view name) {
  std::vector<std::string> names;
  for (auto& set : TRY(shipped_rules())) {
    if (set.name == name) return std::move(set);
    names.push_back(set.name);
  }
  return fail(ErrorCode::not_found,
              fmt::format("there are no rules of this name; there are {}", fmt::join(names, ", ")),
              std::string(name));
}

}  // namespace tributary::app
