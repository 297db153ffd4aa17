#include "ecosystem/mainstreaming/alignment.h"

#include "ecosystem/refusals.h"

namespace tributary::ecosystem {
namespace {

bool is_taken_up_by(const StateCode& state, const PipelinePlace& place) {
  return place.state == PipelineState{Stage::mainstreaming} && place.taken_up_by == state;
}

bool is_over(Standing standing) {
  return standing != Standing::active && standing != Standing::parked;
}

/// The innovation goes on no more, so neither can the case.
EnumSet<CaseAct> acts_that_close(CaseState state) {
  switch (state) {
    case CaseState::prepared:
      return {CaseAct::close};
    case CaseState::submitted:
      return {CaseAct::take_back};
    case CaseState::under_consideration:
      return {CaseAct::decline};
    case CaseState::approved:
    case CaseState::approved_in_part:
      return {CaseAct::revoke};
    case CaseState::in_force:
    case CaseState::reviewed:
      return {CaseAct::end};
    default:
      return {};
  }
}

EnumSet<PipelineAct> acts_that_follow(CaseState state, const StateCode& of_state,
                                      const PipelinePlace& place, bool another_in_force) {
  const bool is_here = is_taken_up_by(of_state, place);
  switch (state) {
    case CaseState::approved:
    case CaseState::approved_in_part:
      if (place.state == PipelineState{Stage::assessment}) return {PipelineAct::take_up};
      return {};
    case CaseState::declined:
      if (is_here && !another_in_force) return {PipelineAct::decline};
      return {};
    case CaseState::in_force:
    case CaseState::reviewed:
      if (is_here) return {PipelineAct::adopt, PipelineAct::adopt_in_part};
      return {};
    case CaseState::ended:
      if (place.state == PipelineState{Stage::mainstreamed} && place.taken_up_by == of_state &&
          !another_in_force) {
        return {PipelineAct::de_implement};
      }
      return {};
    default:
      return {};
  }
}

}  // namespace

WaitingActs waiting_acts(CaseState state, const StateCode& of_state, const PipelinePlace& place,
                         bool another_in_force) {
  if (!is_over(place.state.standing)) {
    return {.of_innovation = acts_that_follow(state, of_state, place, another_in_force),
            .of_case = {}};
  }
  // What one state takes out of practice another may keep in it, where it is.
  const bool is_kept = (state == CaseState::in_force || state == CaseState::reviewed) &&
                       place.state.standing == Standing::de_implemented &&
                       place.taken_up_by != of_state;
  return {.of_innovation = {}, .of_case = is_kept ? EnumSet<CaseAct>() : acts_that_close(state)};
}

Result<> check_can_come_in_force(const StateCode& of_state, const PipelinePlace& place) {
  const bool is_mainstreamed =
      place.state.stage == Stage::mainstreamed && place.state.standing == Standing::active;
  if (is_taken_up_by(of_state, place) || is_mainstreamed) return {};
  return fail(ErrorCode::unmet,
              "the innovation is " + name_of(place.state) +
                  (place.taken_up_by.value.empty() ? "" : " of " + place.taken_up_by.value) +
                  "; a decision comes in force once " + of_state.value +
                  " has taken it up in the pipeline, or where it is mainstreamed already",
              "innovation", not_in_this_state(PipelineMachine::kName, name_of(place.state)));
}

}  // namespace tributary::ecosystem
