#include "http/json/consortium_json.h"

#include <boost/json.hpp>
#include <cmath>

#include "app/consortium/reasons.h"
#include "http/json/values.h"

namespace tributary::http {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using network::Rule;
using network::RuleKind;

value texts_json(const network::Texts& texts) {
  if (texts.empty()) return nullptr;
  object languages;
  for (const auto& [language, text] : texts) languages[language] = text;
  return languages;
}

array list_json(const auto& items) {
  array list;
  for (const auto& item : items) list.emplace_back(item);
  return list;
}

value text_or_null(const std::string& text) { return text.empty() ? value(nullptr) : value(text); }

/// In the unit that people write: euro, per cent, or a number of things.
value bound_json(RuleKind kind, const std::optional<std::int64_t>& bound) {
  constexpr double kHundred = 100;
  if (!bound) return nullptr;
  const bool is_in_hundredths = kind == RuleKind::budget_total ||
                                kind == RuleKind::organisation_share ||
                                kind == RuleKind::country_share;
  if (!is_in_hundredths) return *bound;
  return static_cast<double>(*bound) / kHundred;
}

object set_json(const network::RuleSet& set) {
  array sources;
  for (const auto& source : set.sources) {
    sources.push_back(object{{"document", source.document},
                             {"year", source.year},
                             {"part", source.part},
                             {"address", text_or_null(source.address)}});
  }
  return {{"name", set.name},
          {"title", texts_json(set.title)},
          {"programme", set.programme},
          {"action", set.action},
          {"sources", std::move(sources)}};
}

object rule_json(const Rule& rule) {
  return {{"rule", rule.id},
          {"kind", name_of(rule.kind)},
          {"text", texts_json(rule.text)},
          {"comment", texts_json(rule.comment)},
          {"check_against_call", rule.check_against_call},
          {"at_least", bound_json(rule.kind, rule.at_least)},
          {"at_most", bound_json(rule.kind, rule.at_most)}};
}

value found_json(RuleKind kind, const std::optional<network::Found>& found) {
  if (!found) return nullptr;
  return object{{"low", bound_json(kind, found->low)}, {"high", bound_json(kind, found->high)}};
}

object outcome_json(const Rule& rule, const network::Outcome& outcome,
                    std::span<const network::Member> members) {
  array missing;
  for (const auto& [member, field] : outcome.missing) {
    missing.push_back(object{{"organisation", member}, {"field", field}});
  }
  auto json = rule_json(rule);
  json["verdict"] = name_of(outcome.verdict);
  json["reason"] = app::reason_of(rule, outcome, members);
  json["found"] = found_json(rule.kind, outcome.found);
  json["organisations"] = list_json(outcome.counted);
  json["against"] = list_json(outcome.against);
  json["countries"] = list_json(outcome.countries);
  json["missing"] = std::move(missing);
  return json;
}

std::string_view state_name(network::SolutionState state) {
  switch (state) {
    case network::SolutionState::optimal:
      return "optimal";
    case network::SolutionState::good:
      return "good";
    case network::SolutionState::impossible:
      return "impossible";
    case network::SolutionState::unknown:
      return "unknown";
  }
  return "";
}

object choice_json(const app::ConsortiumRequest& request, const network::Choice& choice) {
  const auto& [member, score] = request.candidates[choice.candidate];
  auto taken = member;
  taken.role = choice.role;
  array alternatives;
  for (const auto other : choice.alternatives) {
    const auto& candidate = request.candidates[other];
    alternatives.push_back(object{{"candidate", other},
                                  {"organisation", consortium_member_json(candidate.member)},
                                  {"score", candidate.score}});
  }
  return {{"candidate", choice.candidate},
          {"organisation", consortium_member_json(taken)},
          {"score", score},
          {"alternatives", std::move(alternatives)}};
}

}  // namespace

object consortium_member_json(const network::Member& member) {
  return {{"organisation", text_or_null(member.id)},
          {"name", member.name},
          {"country", text_or_null(member.country)},
          {"type", text_or_null(member.type)},
          {"role", member.role ? value(name_of(*member.role)) : value(nullptr)},
          {"budget_eur", to_json(member.budget)},
          {"newcomer", or_null(member.newcomer)}};
}

object consortium_rules_json(std::span<const network::RuleSet> sets,
                             std::span<const app::CountryGroup> groups) {
  array all;
  for (const auto& set : sets) {
    auto json = set_json(set);
    array rules;
    for (const auto& rule : set.rules) rules.push_back(rule_json(rule));
    json["rules"] = std::move(rules);
    all.push_back(std::move(json));
  }
  object by_name;
  for (const auto& group : groups) {
    by_name[group.name] = object{{"title", texts_json(group.title)},
                                 {"countries", list_json(group.countries)},
                                 {"source", text_or_null(group.source)},
                                 {"check_against_call", group.check_against_call}};
  }
  array roles;
  for (const auto role : network::kRoles) roles.emplace_back(name_of(role));
  return {{"rule_sets", std::move(all)},
          {"country_groups", std::move(by_name)},
          {"organisation_types", list_json(app::organisation_types())},
          {"roles", std::move(roles)}};
}

object consortium_check_json(const network::RuleSet& rules,
                             std::span<const network::Member> members,
                             std::span<const network::Outcome> outcomes) {
  array organisations, judged;
  for (const auto& member : members) organisations.push_back(consortium_member_json(member));
  for (std::size_t place = 0; place < outcomes.size(); ++place) {
    judged.push_back(outcome_json(rules.rules[place], outcomes[place], members));
  }
  return {{"rules", set_json(rules)},
          {"verdict", name_of(network::verdict_of(rules.rules, outcomes))},
          {"organisations", std::move(organisations)},
          {"outcomes", std::move(judged)}};
}

object consortium_proposal_json(const app::ConsortiumRequest& request,
                                const network::Proposal& proposal) {
  const bool has_answer = proposal.state == network::SolutionState::optimal ||
                          proposal.state == network::SolutionState::good;
  array choices;
  for (const auto& choice : proposal.choices) choices.push_back(choice_json(request, choice));
  value checked = nullptr;
  if (has_answer) {
    const auto members = app::proposed_members(request, proposal);
    const auto outcomes = network::check(request.rules->rules, members);
    checked = consortium_check_json(*request.rules, members, outcomes);
  }
  const bool has_bound = has_answer && std::isfinite(proposal.bound);
  return {{"state", state_name(proposal.state)},
          {"score", has_answer ? value(proposal.score) : value(nullptr)},
          {"bound", has_bound ? value(proposal.bound) : value(nullptr)},
          {"places", std::move(choices)},
          {"in_the_way", list_json(proposal.in_the_way)},
          {"check", std::move(checked)}};
}

}  // namespace tributary::http
