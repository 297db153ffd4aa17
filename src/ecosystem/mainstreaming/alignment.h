// ecosystem/mainstreaming/alignment.h
//
// A case and the pipeline of its innovation are decided one by one: neither moves the other, so
// that no decision is taken that nobody took. What keeps them consistent is here: a case comes in
// force only for what is taken up or mainstreamed, and where one of the two has gone on, it is told
// which act the other one waits for.
//
//   const auto waiting = waiting_acts(CaseState::ended, {"PT"}, {{Stage::mainstreamed}, {"PT"}});
//   waiting.of_innovation  →  {de_implement}
//
// Pure functions; safe from any thread.
#pragma once

#include "ecosystem/framework/agreement.h"
#include "ecosystem/innovation/stage.h"
#include "ecosystem/mainstreaming/case_state.h"

namespace tributary::ecosystem {

/// Where an innovation is, as a case looks at it.
struct PipelinePlace {
  PipelineState state;
  StateCode taken_up_by;  ///< whose authority has it; empty: none
};

/// What a state has still to do so that a case and its innovation say the same; any of these.
struct WaitingActs {
  EnumSet<PipelineAct> of_innovation;
  EnumSet<CaseAct> of_case;
  bool operator==(const WaitingActs&) const = default;
};

/// `another_in_force`: of the same state and innovation, so that an ended case is no reason to take
/// the innovation out of practice.
WaitingActs waiting_acts(CaseState state, const StateCode& of_state, const PipelinePlace& place,
                         bool another_in_force);

/// Errors: `unmet` where the innovation is neither taken up by this state nor mainstreamed.
Result<> check_can_come_in_force(const StateCode& of_state, const PipelinePlace& place);

}  // namespace tributary::ecosystem
