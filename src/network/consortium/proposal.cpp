#include "network/consortium/proposal.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "network/consortium/check.h"
#include "network/consortium/selection_model.h"

namespace tributary::network {
namespace {

bool is_over(const ProposalRequest& request) {
  return std::chrono::steady_clock::now() >= request.deadline;
}

bool wants_a_coordinator(const Rule& rule) {
  return rule.kind == RuleKind::organisations && rule.at_least.value_or(0) > 0 &&
         rule.of.roles == std::vector{Role::coordinator};
}

std::vector<Member> with(std::span<const Member> members, const std::vector<Option>& options,
                         const std::vector<std::size_t>& chosen) {
  std::vector<Member> all(members.begin(), members.end());
  for (const auto place : chosen) all.push_back(options[place].member);
  return all;
}

bool keeps(std::span<const Rule> rules, std::span<const Member> members) {
  return verdict_of(rules, check(rules, members)) == Verdict::passed;
}

std::vector<Member> members_of(const std::vector<Option>& options) {
  std::vector<Member> members;
  for (const auto& option : options) members.push_back(option.member);
  return members;
}

/// Solves, and asks again for another selection where the solver's tolerance let one through that
/// breaks a rule by less than it can see.
Solution solve_exactly(IntegerProgram program, const ProposalRequest& request,
                       std::span<const Rule> rules, const std::vector<Option>& options) {
  constexpr int kMostAttempts = 20;
  Solution solution;
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    solution = solve(program, request.deadline);
    if (solution.chosen.empty()) return solution;
    std::vector<std::size_t> chosen;
    Row other{.high = -1};
    for (std::size_t place = 0; place < options.size(); ++place) {
      if (solution.chosen[place]) chosen.push_back(place);
      other.terms.push_back({place, solution.chosen[place] ? 1.0 : -1.0});
    }
    if (keeps(rules, with(request.members, options, chosen))) return solution;
    other.high += static_cast<double>(chosen.size());
    program.rows.push_back(std::move(other));
  }
  return {.bound = solution.bound};
}

Row number_of_options(std::size_t options) {
  Row row;
  for (std::size_t place = 0; place < options; ++place) row.terms.push_back({place, 1});
  return row;
}

/// The smallest selection that keeps the rules.
Solution smallest(IntegerProgram program, const ProposalRequest& request,
                  std::span<const Rule> rules, const std::vector<Option>& options) {
  for (std::size_t place = 0; place < options.size(); ++place) program.columns[place].worth = -1;
  return solve_exactly(std::move(program), request, rules, options);
}

Solution best(IntegerProgram program, const ProposalRequest& request,
              const std::vector<Option>& options) {
  for (std::size_t place = 0; place < options.size(); ++place) {
    program.columns[place].worth = request.candidates[options[place].candidate].score;
  }
  return solve_exactly(std::move(program), request, request.rules, options);
}

/// Rules that alone keep every selection from being one. What time does not suffice for is left
/// out.
std::vector<std::string> rules_in_the_way(const ProposalRequest& request,
                                          const std::vector<Option>& options) {
  std::vector<std::string> ids;
  const auto joining = members_of(options);
  for (std::size_t dropped = 0; dropped < request.rules.size(); ++dropped) {
    if (is_over(request)) break;
    std::vector<Rule> others(request.rules.begin(), request.rules.end());
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(dropped));
    auto program = selection_model(others, request.members, joining, request.deadline);
    if (!program) continue;
    auto number = number_of_options(options.size());
    if (request.places) number.high = static_cast<double>(*request.places);
    program->rows.push_back(std::move(number));
    if (!smallest(*std::move(program), request, others, options).chosen.empty() ||
        (options.empty() && keeps(others, request.members))) {
      ids.push_back(request.rules[dropped].id);
    }
  }
  return ids;
}

/// Candidates by score, equals in their order.
std::vector<std::size_t> by_score(std::span<const Candidate> candidates) {
  std::vector<std::size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater{},
                           [&](std::size_t place) { return candidates[place].score; });
  return order;
}

/// False: time did not suffice to look at all candidates for all places.
bool add_alternatives(const ProposalRequest& request, Proposal& proposal) {
  std::vector<Member> all(request.members.begin(), request.members.end());
  for (const auto& choice : proposal.choices) {
    all.push_back(request.candidates[choice.candidate].member);
    all.back().role = choice.role;
  }
  std::vector<std::size_t> order;
  for (const auto candidate : by_score(request.candidates)) {
    if (is_over(request)) return false;
    if (!stands_in(all, request.candidates[candidate].member)) order.push_back(candidate);
  }
  for (std::size_t place = 0; place < proposal.choices.size(); ++place) {
    auto& choice = proposal.choices[place];
    auto& seat = all[request.members.size() + place];
    const auto taken = seat;
    for (const auto candidate : order) {
      if (choice.alternatives.size() == request.alternatives) break;
      if (is_over(request)) return false;
      const auto& member = request.candidates[candidate].member;
      if (member.role.value_or(choice.role) != choice.role) continue;
      seat = member;
      seat.role = choice.role;
      if (keeps(request.rules, all)) choice.alternatives.push_back(candidate);
    }
    seat = taken;
  }
  return true;
}

/// Leaves out who is worth nothing and not needed. False: time did not suffice to look at all.
bool leave_out_needless(const ProposalRequest& request, const std::vector<Option>& options,
                        std::vector<std::size_t>& chosen) {
  for (std::size_t place = chosen.size(); place-- > 0;) {
    if (request.candidates[options[chosen[place]].candidate].score > 0) continue;
    if (is_over(request)) return false;
    auto fewer = chosen;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(place));
    if (keeps(request.rules, with(request.members, options, fewer))) chosen = std::move(fewer);
  }
  return true;
}

}  // namespace

std::vector<Option> options_of(const ProposalRequest& request) {
  const bool lacks_coordinator = std::ranges::any_of(request.rules, wants_a_coordinator) &&
                                 std::ranges::none_of(request.members, [](const Member& member) {
                                   return member.role == Role::coordinator;
                                 });
  std::vector<Option> options;
  for (std::size_t place = 0; place < request.candidates.size(); ++place) {
    Option option{.candidate = place, .member = request.candidates[place].member};
    const bool is_open = !option.member.role;
    if (is_open) option.member.role = Role::partner;
    options.push_back(option);
    if (!is_open || !lacks_coordinator) continue;
    option.member.role = Role::coordinator;
    options.push_back(std::move(option));
  }
  return options;
}

Proposal propose(const ProposalRequest& request) {
  const auto options = options_of(request);
  auto program =
      selection_model(request.rules, request.members, members_of(options), request.deadline);
  Proposal proposal;
  Solution solution;
  if (!program) {
    solution.state = program.error();
  } else {
    auto number = number_of_options(options.size());
    bool is_smallest = true;
    if (request.places) {
      number.high = static_cast<double>(*request.places);
    } else {
      const auto fewest = smallest(*program, request, request.rules, options);
      is_smallest = fewest.state == SolutionState::optimal;
      number.high = std::round(-fewest.worth);
      solution = fewest;
    }
    if (request.places || !solution.chosen.empty()) {
      program->rows.push_back(std::move(number));
      solution = best(*std::move(program), request, options);
      if (solution.state == SolutionState::optimal && !is_smallest) {
        solution.state = SolutionState::good;
      }
    }
  }
  proposal.state = solution.state;
  proposal.bound = solution.bound;
  if (options.empty() && keeps(request.rules, request.members)) {
    proposal.state = SolutionState::optimal;
  }
  if (proposal.state == SolutionState::impossible) {
    proposal.in_the_way = rules_in_the_way(request, options);
  }
  if (solution.chosen.empty()) return proposal;

  std::vector<std::size_t> chosen;
  for (std::size_t place = 0; place < options.size(); ++place) {
    if (solution.chosen[place]) chosen.push_back(place);
  }
  bool is_complete = leave_out_needless(request, options, chosen);
  for (const auto place : chosen) {
    const auto& option = options[place];
    proposal.choices.push_back({.candidate = option.candidate, .role = *option.member.role});
    proposal.score += request.candidates[option.candidate].score;
  }
  std::ranges::stable_sort(proposal.choices, std::greater{}, [&](const Choice& choice) {
    return request.candidates[choice.candidate].score;
  });
  is_complete = add_alternatives(request, proposal) && is_complete;
  if (!is_complete && proposal.state == SolutionState::optimal) {
    proposal.state = SolutionState::good;
  }
  return proposal;
}

}  // namespace tributary::network
