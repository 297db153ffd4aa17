#include "ecosystem/house_rules.h"

#include <array>

namespace tributary::ecosystem {

std::string_view name_of(HouseRule rule) {
  static constexpr auto kNames = std::to_array<std::string_view>({
      "not_your_organisation",
      "only_proposer_withdraws",
      "no_agreement_rule",
      "version_number_taken",
      "version_applied_already",
      "nothing_carries_over",
      "item_unexplained",
      "nothing_to_review",
      "under_review",
      "merged_elsewhere",
      "in_team_already",
      "has_not_asked",
      "not_in_team",
      "last_innovator",
      "not_taken_for_same",
      "told_apart_already",
      "comes_from_itself",
      "lineage_known",
      "lineage_circle",
      "panel_has_it",
      "nothing_to_override",
      "no_override_waits",
      "no_such_condition",
      "condition_met_already",
      "scores_of_the_panel",
      "scores_hidden",
      "interest_sees_no_scores",
      "assessed_already",
      "scores_submitted",
      "calibration_is_for_scorers",
      "calibration_goes_on",
      "scores_outstanding",
      "two_scorers_needed",
      "scores_not_saved",
      "criterion_unanswered",
      "not_of_the_panel",
      "others_are_assigned",
      "reviewer_recused",
      "reviewer_assigned_already",
      "reviewer_not_assigned",
      "declared_already",
      "declaration_missing",
      "rubric_published",
      "draft_has_no_scores",
      "criterion_without_question",
      "score_without_words",
      "same_lever",
      "in_use_by_its_record",
      "answered_that_day",
      "data_are_of_the_lead",
      "protocol_not_registered",
      "pilot_at_this_site",
      "claimed_too_often",
      "domain_not_published",
      "domain_of_another",
      "claim_revoked",
      "domain_public",
      "domain_shared",
      "claim_link_ended",
      "sender_not_confirmed",
      "takes_no_messages",
      "own_organisation_asked",
      "conversation_is_open",
      "answer_outstanding",
      "declined_lately",
      "blocked_by_organisation",
      "reported_lately",
      "message_limit",
      "contact_limit",
      "organisation_limit",
      "renewed_too_early",
      "renewed_too_often",
      "wrong_password",
      "too_many_tokens",
      "too_many_watches",
      "only_administrator",
      "role_to_oneself",
      "role_held_already",
      "role_not_held",
  });
  static_assert(kNames.size() == kHouseRules);
  return kNames[static_cast<std::size_t>(rule)];
}

Refusal house_rule(HouseRule rule) {
  Refusal refusal{.code = "rule"};
  refusal.parts.push_back({.name = "rule", .words = {std::string(name_of(rule))}});
  return refusal;
}

}  // namespace tributary::ecosystem
