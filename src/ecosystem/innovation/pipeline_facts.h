// ecosystem/innovation/pipeline_facts.h
//
// What is recorded of an innovation, and so which needs of its next move are met (stage.h). A page
// that shows "what is missing" and the refusal of a move both come from here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ecosystem/innovation/gate_rule.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/innovation/stage.h"

namespace tributary::ecosystem {

/// What others need to use it themselves.
struct Product {
  std::string materials, training, cost, licence, accessibility;
  [[nodiscard]] bool is_complete() const {
    return !materials.empty() && !training.empty() && !cost.empty() && !licence.empty() &&
           !accessibility.empty();
  }
};

struct PipelineFacts {
  InnovationText text;
  std::vector<InnovationId> duplicates;  ///< known before, and not told apart by anybody
  bool has_registered_protocol = false;
  std::string ethics_note, data_protection_note;
  std::optional<PersonId> pilot_lead;
  std::string lessons;  ///< of the trials since the last gate
  Product product;
  bool is_evidence_frozen = false;
  bool is_recommended = false;  ///< by the last assessment gate, and not taken back since
  GateReading gate;             ///< as the gate at hand reads now
};

/// What comes with the move itself.
struct MoveStatement {
  std::string reasons;
  std::optional<InnovationId> merge_target;
  std::vector<Condition> conditions;
  bool is_confirmed_override = false;  ///< check_decision() has passed it
  std::string competent_authority;
  std::optional<Date> in_force_from;
};

/// What whoever makes the move says with it, and so nobody can prepare.
inline constexpr EnumSet<PipelineNeed> kStatedWithMove = {
    PipelineNeed::reasons, PipelineNeed::merge_target, PipelineNeed::conditions,
    PipelineNeed::competent_authority, PipelineNeed::decision_in_force};

/// Whether these acts, oldest first, leave a recommendation that stands: the last assessment gives
/// it or takes it back, and what is modified has to be assessed anew.
bool is_recommended(std::span<const PipelineAct> acts);

EnumSet<PipelineNeed> needs_met(const PipelineFacts& facts, const MoveStatement& statement);

}  // namespace tributary::ecosystem
