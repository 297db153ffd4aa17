// ecosystem/pilot/participant_flow.h
//
// How many learners of an arm are still there at each step, from which attrition is computed.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "base/result.h"
#include "ecosystem/pilot/protocol.h"

namespace tributary::ecosystem {

struct ArmFlow {
  std::int64_t assigned = 0, started = 0, measured = 0, analysed = 0;
  bool operator==(const ArmFlow&) const = default;
};

/// By arm; a design without control has none there.
struct ParticipantFlow {
  ArmFlow treated;
  std::optional<ArmFlow> control;
  bool operator==(const ParticipantFlow&) const = default;
};

/// Errors: `invalid_argument` naming the arm, where more are there later than before, or nobody was
/// assigned, or an arm does not belong to the design.
Result<> check_flow(const ParticipantFlow& flow, PilotDesignKind design);

/// The share of those assigned who are not among the analysed. REQUIRES: somebody was assigned.
[[nodiscard]] double attrition(const ArmFlow& arm);

/// Each learner once: never started; started, not measured; measured, not analysed; analysed.
[[nodiscard]] std::array<std::uint64_t, 4> whereabouts(const ArmFlow& arm);

}  // namespace tributary::ecosystem
