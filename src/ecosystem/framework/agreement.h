// ecosystem/framework/agreement.h
//
// Whether Member States agree on a version: their positions, the rule that the framework itself
// holds, and the outcome, which is computed and shown with the rule and the numbers.
//
//   unanimity            no state that votes objects, at least one agrees
//   qualified majority   so many percent of the entitled states agree, and where the rule asks it
//                        so many percent of their people live in these
//   quorum               so many percent of the entitled states took a position at all
//
// Agreeing with a reservation is agreeing. Who abstains took a position and does not vote. Shares
// are compared as whole numbers, so 55 % of 20 states are 11 of them and nothing is rounded.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/strong_id.h"

namespace tributary::ecosystem {

/// ISO 3166-1 alpha-2, e.g. "PT".
using StateCode = StrongId<struct StateCodeTag, std::string>;

enum class PositionKind : std::uint8_t { agree, agree_with_reservation, abstain, object };

std::string_view name_of(PositionKind kind);

/// Positions are never changed: a state that thinks again takes another one, and its last counts.
struct Position {
  StateCode state;
  PositionKind kind = PositionKind::abstain;
  std::string text;  ///< of a reservation: what is reserved
  Timestamp at;
};

/// Errors: `invalid_argument` naming the state where a reservation or an objection has no text.
Result<> check_position(const Position& position);

/// A state that may take a position.
struct EntitledState {
  StateCode code;
  std::uint64_t population = 0;
};

enum class MajorityKind : std::uint8_t { unanimity, qualified };

std::string_view name_of(MajorityKind kind);

struct AgreementRule {
  MajorityKind majority = MajorityKind::unanimity;
  std::uint32_t quorum_percent = 50;
  std::uint32_t states_percent = 0;                      ///< of a qualified majority
  std::optional<std::uint32_t> population_percent = {};  ///< of a qualified majority that asks it
};

/// Errors: `invalid_argument` for shares over 100 and for a majority of half the states or fewer.
Result<> check_rule(const AgreementRule& rule);

/// "At least 55 % of the states with at least 65 % of the people agree; at least 50 % take a
/// position."
std::string sentence_of(const AgreementRule& rule);

struct AgreementOutcome {
  bool is_agreed = false;
  bool has_quorum = false;
  std::uint64_t entitled = 0, took_position = 0;
  std::uint64_t agree = 0, agree_with_reservation = 0, abstain = 0, object = 0;
  std::uint64_t population = 0, population_in_favour = 0;
  std::vector<StateCode> silent;  ///< entitled, without a position, in the order given
  bool operator==(const AgreementOutcome&) const = default;
};

/// `positions` in any order. Errors: `invalid_argument` where a position is of a state that is not
/// entitled, or check_position() refuses it.
Result<AgreementOutcome> outcome_of(const AgreementRule& rule,
                                    std::span<const EntitledState> entitled,
                                    std::span<const Position> positions);

}  // namespace tributary::ecosystem
