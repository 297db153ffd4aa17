#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>

#include "app/consortium/consortium_request.h"
#include "app/consortium/reasons.h"
#include "app/consortium/rule_files.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "http/json/consortium_json.h"
#include "http/json/serialize.h"

namespace tributary::cli {
namespace {

/// A file where there is one of this name, else a set that comes with the program.
Result<network::RuleSet> rules_named(const std::string& name) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(name, ignored)) return app::shipped_rules(name);
  const auto text = TRY(read_file(name));
  return in_context(name, app::read_rules(text));
}

std::string word_of(network::Verdict verdict) {
  switch (verdict) {
    case network::Verdict::passed:
      return "passed";
    case network::Verdict::failed:
      return "FAILED";
    case network::Verdict::unjudged:
      return "open";
  }
  return "";
}

void print_set(const network::RuleSet& set, const Terminal& terminal) {
  fmt::print("{}  {}\n{} · {}\n", terminal.strong(set.title.at("en")), terminal.muted(set.name),
             set.programme, set.action);
  for (const auto& source : set.sources) {
    fmt::print("{}",
               terminal.wrapped(
                   fmt::format("Source: {} {}, {}", source.document, source.year, source.part), 0));
  }
  for (const auto& rule : set.rules) {
    fmt::print("{}",
               terminal.wrapped("- " + rule.text.at("en") +
                                    (rule.check_against_call ? " (check against the call)" : ""),
                                2));
  }
}

void print_check(const network::RuleSet& rules, const std::vector<network::Member>& members,
                 const std::vector<network::Outcome>& outcomes, const Terminal& terminal) {
  fmt::print("{}\n", terminal.strong(rules.title.at("en")));
  for (std::size_t place = 0; place < outcomes.size(); ++place) {
    const auto& rule = rules.rules[place];
    fmt::print("{}", terminal.wrapped(fmt::format("{:<7} {}", word_of(outcomes[place].verdict),
                                                  rule.text.at("en")),
                                      0));
    fmt::print("{}", terminal.wrapped(app::reason_of(rule, outcomes[place], members), 8));
    if (rule.check_against_call) fmt::print("{}", terminal.wrapped("check against the call", 8));
  }
  const auto verdict = network::verdict_of(rules.rules, outcomes);
  fmt::print("\n{}\n", terminal.strong(verdict == network::Verdict::passed
                                           ? "All rules that can be judged here are kept."
                                       : verdict == network::Verdict::failed
                                           ? "At least one rule is broken."
                                           : "Too little is known to judge all rules."));
}

/// The request of a file, with the rules of the command line where it names some.
Result<app::ConsortiumRequest> request_of(const ConsortiumOptions& options) {
  auto request = TRY(app::read_consortium_file(options.file));
  if (!options.rules.empty()) request.rules = TRY(rules_named(options.rules));
  if (!request.rules) {
    return fail(ErrorCode::invalid_argument, "say under which rules, with --rules", options.file);
  }
  if (app::asks_catalogue(request)) {
    const SystemClock clock;
    const auto portal = TRY(app::Portal::open(TRY(options.common.data()), clock));
    TRY(app::complete_from_catalogue(request, *portal));
  }
  return request;
}

}  // namespace

Result<int> consortium_rules_command(const ConsortiumOptions& options) {
  std::vector<network::RuleSet> sets;
  if (options.rules.empty()) {
    sets = TRY(app::shipped_rules());
  } else {
    sets.push_back(TRY(rules_named(options.rules)));
  }
  if (options.common.json) {
    const auto groups = TRY(app::country_groups());
    fmt::print("{}\n", http::serialize(http::consortium_rules_json(sets, groups)));
    return kSuccess;
  }
  const auto terminal = Terminal::standard_output();
  if (!options.rules.empty()) {
    print_set(sets.front(), terminal);
    return kSuccess;
  }
  for (const auto& set : sets) {
    fmt::print("{:<40} {}: {}\n", set.name, set.programme, set.title.at("en"));
  }
  return kSuccess;
}

Result<int> consortium_check_command(const ConsortiumOptions& options) {
  const auto request = TRY(request_of(options));
  const auto outcomes = network::check(request.rules->rules, request.members);
  if (options.common.json) {
    fmt::print("{}\n", http::serialize(
                           http::consortium_check_json(*request.rules, request.members, outcomes)));
  } else {
    print_check(*request.rules, request.members, outcomes, Terminal::standard_output());
  }
  const auto verdict = network::verdict_of(request.rules->rules, outcomes);
  return verdict == network::Verdict::passed ? kSuccess : kPartial;
}

namespace {

std::string described(const network::Member& member) {
  std::vector<std::string> facts;
  if (member.role) facts.emplace_back(name_of(*member.role));
  if (!member.country.empty()) facts.push_back(member.country);
  if (!member.type.empty()) facts.push_back(member.type);
  return facts.empty() ? member.name : fmt::format("{} ({})", member.name, fmt::join(facts, ", "));
}

void print_impossible(const app::ConsortiumRequest& request, const network::Proposal& proposal,
                      const Terminal& terminal) {
  fmt::print("No selection of these candidates keeps all rules.\n");
  for (const auto& id : proposal.in_the_way) {
    const auto rule = std::ranges::find(request.rules->rules, id, &network::Rule::id);
    fmt::print("{}",
               terminal.wrapped("Without this one there would be: " + rule->text.at("en"), 2));
  }
}

void print_proposal(const app::ConsortiumRequest& request, const network::Proposal& proposal,
                    const Terminal& terminal) {
  using network::SolutionState;
  if (proposal.state == SolutionState::unknown) {
    fmt::print("Time ran out before a selection was found that keeps all rules.\n");
    return;
  }
  if (proposal.state == SolutionState::impossible) {
    print_impossible(request, proposal, terminal);
    return;
  }
  if (proposal.choices.empty()) fmt::print("Nobody has to join: all rules are kept.\n");
  for (const auto& choice : proposal.choices) {
    const auto& [member, score] = request.candidates[choice.candidate];
    auto taken = member;
    taken.role = choice.role;
    fmt::print("{:.3f}  {}\n", score, terminal.strong(described(taken)));
    for (const auto other : choice.alternatives) {
      const auto& instead = request.candidates[other];
      fmt::print("       or {:.3f}  {}\n", instead.score, described(instead.member));
    }
  }
  fmt::print("\nSum of scores {:.3f}, {}\n", proposal.score,
             proposal.state == SolutionState::optimal
                 ? "the greatest that there is"
                 : fmt::format("at most {:.3f} could be: time ran out, also for who could step in",
                               proposal.bound));
}

}  // namespace

Result<int> consortium_propose_command(const ConsortiumProposeOptions& options) {
  auto request = TRY(request_of(options.consortium));
  if (options.places) request.places = options.places;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(options.seconds);
  const auto proposal = app::proposal_for(request, deadline);
  if (options.consortium.common.json) {
    fmt::print("{}\n", http::serialize(http::consortium_proposal_json(request, proposal)));
  } else {
    print_proposal(request, proposal, Terminal::standard_output());
  }
  const bool is_found = proposal.state == network::SolutionState::optimal ||
                        proposal.state == network::SolutionState::good;
  return is_found ? kSuccess : kPartial;
}

}  // namespace tributary::cli
