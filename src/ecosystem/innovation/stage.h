// ecosystem/innovation/stage.h
//
// The pipeline: an innovation stands in a stage, and a gate decides what becomes of it. Where it no
// longer goes on it keeps the stage in which that happened, so that a page can show where the
// stream loses what it loses.
#pragma once

#include <compare>

#include "ecosystem/state_machine.h"

namespace tributary::ecosystem {

enum class Stage : std::uint8_t {
  identified,
  testing,
  development,
  assessment,
  mainstreaming,
  mainstreamed,
};

inline constexpr std::size_t kStages = 6;

enum class Standing : std::uint8_t {
  active,
  parked,
  stopped,
  withdrawn,
  merged,          ///< into another, which has its supporters
  de_implemented,  ///< was mainstreamed
};

/// Where an innovation is.
struct PipelineState {
  Stage stage = Stage::identified;
  Standing standing = Standing::active;
  auto operator<=>(const PipelineState&) const = default;
};

/// The outcomes of gates, and what its people may do between gates.
enum class PipelineAct : std::uint8_t {
  proceed,
  revise,
  reject,
  merge,
  repeat,
  adapt,
  back_to_testing,
  stop,
  recommend,
  recommend_with_conditions,
  not_yet,
  no,
  take_up,  ///< a competent authority takes up a recommendation
  adopt,
  adopt_in_part,
  decline,
  keep,
  modify,
  de_implement,
  park,
  resume,
  withdraw,
};

inline constexpr std::size_t kPipelineActs = 22;

enum class PipelineNeed : std::uint8_t {
  reasons,
  complete_text,    ///< problems_of() finds none
  not_a_duplicate,  ///< of an innovation known before
  merge_target,
  registered_protocol,
  ethics_note,
  data_protection_note,
  pilot_lead,
  lessons,
  complete_product,  ///< materials, training, cost, licence, accessibility
  frozen_evidence,
  gate_rule,  ///< is_open() of the gate's rule (gate_rule.h), or an override
  recommendation,
  conditions,  ///< with their due dates
  competent_authority,
  decision_in_force,
};

std::string_view name_of(Stage stage);
std::string_view name_of(Standing standing);
std::string_view name_of(PipelineAct act);
std::string_view name_of(PipelineNeed need);
/// "testing", or "parked (testing)" where it is not active.
std::string name_of(PipelineState state);

/// Whether a gate decides it, so that a decision with its reasons is written down.
bool is_gate_outcome(PipelineAct act);

struct PipelineMachine {
  using State = PipelineState;
  using Act = PipelineAct;
  using Need = PipelineNeed;
  static constexpr std::string_view kName = "innovation";
  static std::span<const Move<State, Act, Need>> moves();
};

}  // namespace tributary::ecosystem
