// network/consortium/proposal.h
//
// Whom to ask into a consortium: the candidates that fill its places best so that every rule of the
// call is kept, and for each place who could take it instead.
//
//   const auto proposal = propose({.rules = rules, .members = members, .candidates = candidates,
//                                  .places = 3, .deadline = deadline});
//   proposal.choices[0].candidate, .alternatives
//
// The best is the greatest sum of scores; without a number of places it is that among the smallest
// selections. It is exact: an integer program, whose answer is held against check() before it is
// given. Nothing is begun after the deadline. A rule that people check by hand does not count; one
// that could not be judged counts as broken.
//
// Pure functions; safe from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "network/consortium/integer_program.h"
#include "network/consortium/member.h"
#include "network/consortium/rules.h"

namespace tributary::network {

/// Somebody who could join. Without a role: as a partner, or as the coordinator where the rules
/// want one and there is none.
struct Candidate {
  Member member;
  double score = 0;  ///< how much one would like to have them, 0 … 1
};

struct ProposalRequest {
  std::span<const Rule> rules;
  std::span<const Member> members;  ///< that are in already, and stay
  std::span<const Candidate> candidates;
  std::optional<std::size_t> places = {};  ///< at most so many join; nothing: as few as it takes
  std::chrono::steady_clock::time_point deadline = {};
  std::size_t alternatives = 3;  ///< at most, of each place
};

struct Choice {
  std::size_t candidate = 0;
  Role role = Role::partner;
  /// Candidates that could take this place, the others staying, with all rules kept; best first.
  std::vector<std::size_t> alternatives;
};

struct Proposal {
  /// impossible: no selection keeps all rules; good: time ran out, so that a better selection may
  /// be left (up to `bound`), or alternatives are not all there.
  SolutionState state = SolutionState::unknown;
  std::vector<Choice> choices;  ///< best first
  double score = 0;             ///< the sum of theirs
  double bound = 0;             ///< no selection has more
  /// Of an impossible one: ids of rules each of which, if it alone were dropped, left one; as many
  /// as time sufficed to try.
  std::vector<std::string> in_the_way;
};

Proposal propose(const ProposalRequest& request);

/// As somebody who joins in a role that the rules leave to them.
struct Option {
  std::size_t candidate = 0;
  Member member;
};

/// All ways in which candidates may join.
std::vector<Option> options_of(const ProposalRequest& request);

}  // namespace tributary::network
