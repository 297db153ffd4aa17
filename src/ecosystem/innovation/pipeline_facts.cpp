#include "ecosystem/innovation/pipeline_facts.h"

namespace tributary::ecosystem {

bool is_recommended(std::span<const PipelineAct> acts) {
  bool stands = false;
  for (const auto act : acts) {
    if (act == PipelineAct::recommend || act == PipelineAct::recommend_with_conditions) {
      stands = true;
    } else if (act == PipelineAct::not_yet || act == PipelineAct::no ||
               act == PipelineAct::modify) {
      stands = false;
    }
  }
  return stands;
}

EnumSet<PipelineNeed> needs_met(const PipelineFacts& facts, const MoveStatement& statement) {
  using enum PipelineNeed;
  EnumSet<PipelineNeed> met;
  const auto note = [&](bool is_met, PipelineNeed need) {
    if (is_met) met.add(need);
  };
  note(!statement.reasons.empty(), reasons);
  note(problems_of(facts.text).empty(), complete_text);
  note(facts.duplicates.empty(), not_a_duplicate);
  note(statement.merge_target.has_value(), merge_target);
  note(facts.has_registered_protocol, registered_protocol);
  note(!facts.ethics_note.empty(), ethics_note);
  note(!facts.data_protection_note.empty(), data_protection_note);
  note(facts.pilot_lead.has_value(), pilot_lead);
  note(!facts.lessons.empty(), lessons);
  note(facts.product.is_complete(), complete_product);
  note(facts.is_evidence_frozen, frozen_evidence);
  note(facts.gate.is_open || statement.is_confirmed_override, gate_rule);
  note(facts.is_recommended, recommendation);
  note(!statement.conditions.empty(), conditions);
  note(!statement.competent_authority.empty(), competent_authority);
  note(statement.in_force_from.has_value(), decision_in_force);
  return met;
}

}  // namespace tributary::ecosystem
