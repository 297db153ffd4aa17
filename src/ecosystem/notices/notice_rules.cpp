#include "ecosystem/notices/notice_rules.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tributary::ecosystem {
namespace {

using Kind = NoticeKind;

constexpr auto kNoticeRules = std::to_array<NoticeRule>({
    // Outcomes of gates, and what its people do between them.
    {"innovation.proceed", Kind::innovation_decided, Concerned::team},
    {"innovation.proceed", Kind::innovation_decided, Concerned::supporters},
    {"innovation.proceed", Kind::assessment_asked, Concerned::reviewers},
    {"innovation.revise", Kind::innovation_decided, Concerned::team},
    {"innovation.revise", Kind::innovation_decided, Concerned::supporters},
    {"innovation.revise", Kind::assessment_asked, Concerned::reviewers},
    {"innovation.reject", Kind::innovation_decided, Concerned::team},
    {"innovation.reject", Kind::innovation_decided, Concerned::supporters},
    {"innovation.merge", Kind::innovation_decided, Concerned::team},
    {"innovation.merge", Kind::innovation_decided, Concerned::supporters},
    {"innovation.repeat", Kind::innovation_decided, Concerned::team},
    {"innovation.repeat", Kind::innovation_decided, Concerned::supporters},
    {"innovation.repeat", Kind::assessment_asked, Concerned::reviewers},
    {"innovation.adapt", Kind::innovation_decided, Concerned::team},
    {"innovation.adapt", Kind::innovation_decided, Concerned::supporters},
    {"innovation.adapt", Kind::assessment_asked, Concerned::reviewers},
    {"innovation.back_to_testing", Kind::innovation_decided, Concerned::team},
    {"innovation.back_to_testing", Kind::innovation_decided, Concerned::supporters},
    {"innovation.back_to_testing", Kind::assessment_asked, Concerned::reviewers},
    {"innovation.stop", Kind::innovation_decided, Concerned::team},
    {"innovation.stop", Kind::innovation_decided, Concerned::supporters},
    {"innovation.recommend", Kind::innovation_decided, Concerned::team},
    {"innovation.recommend", Kind::innovation_decided, Concerned::supporters},
    {"innovation.recommend", Kind::authority_asked, Concerned::every_representative},
    {"innovation.recommend_with_conditions", Kind::innovation_decided, Concerned::team},
    {"innovation.recommend_with_conditions", Kind::innovation_decided, Concerned::supporters},
    {"innovation.recommend_with_conditions", Kind::authority_asked,
     Concerned::every_representative},
    {"innovation.not_yet", Kind::innovation_decided, Concerned::team},
    {"innovation.not_yet", Kind::innovation_decided, Concerned::supporters},
    {"innovation.not_yet", Kind::assessment_asked, Concerned::reviewers},
    {"innovation.no", Kind::innovation_decided, Concerned::team},
    {"innovation.no", Kind::innovation_decided, Concerned::supporters},
    {"innovation.take_up", Kind::innovation_decided, Concerned::team},
    {"innovation.take_up", Kind::innovation_decided, Concerned::supporters},
    {"innovation.take_up", Kind::taken_up, Concerned::taking_representatives},
    {"innovation.adopt", Kind::innovation_decided, Concerned::team},
    {"innovation.adopt", Kind::innovation_decided, Concerned::supporters},
    {"innovation.adopt_in_part", Kind::innovation_decided, Concerned::team},
    {"innovation.adopt_in_part", Kind::innovation_decided, Concerned::supporters},
    {"innovation.decline", Kind::innovation_decided, Concerned::team},
    {"innovation.decline", Kind::innovation_decided, Concerned::supporters},
    {"innovation.keep", Kind::innovation_decided, Concerned::team},
    {"innovation.keep", Kind::innovation_decided, Concerned::supporters},
    {"innovation.modify", Kind::innovation_decided, Concerned::team},
    {"innovation.modify", Kind::innovation_decided, Concerned::supporters},
    {"innovation.modify", Kind::assessment_asked, Concerned::reviewers},
    {"innovation.de_implement", Kind::innovation_decided, Concerned::team},
    {"innovation.de_implement", Kind::innovation_decided, Concerned::supporters},
    {"innovation.park", Kind::innovation_decided, Concerned::team},
    {"innovation.park", Kind::innovation_decided, Concerned::supporters},
    {"innovation.resume", Kind::innovation_decided, Concerned::team},
    {"innovation.resume", Kind::innovation_decided, Concerned::supporters},
    {"innovation.withdraw", Kind::innovation_decided, Concerned::team},
    {"innovation.withdraw", Kind::innovation_decided, Concerned::supporters},

    // On the way to a gate.
    {"innovation.propose", Kind::innovation_proposed, Concerned::every_chair},
    {"innovation.take_on", Kind::assessment_asked, Concerned::reviewers},
    {"innovation.assess", Kind::gate_ready, Concerned::ready_chair},
    {"panel.assign", Kind::assessment_asked, Concerned::assigned_reviewer},
    {"panel.open_calibration", Kind::calibration_opened, Concerned::scoring_reviewers},
    {"override.propose", Kind::override_proposed, Concerned::second_persons},
    {kConditionDueAction, Kind::condition_due, Concerned::team},
    {"innovation_team.asked", Kind::team_asked, Concerned::innovators_of_team},
    {"innovation_team.joined", Kind::team_joined, Concerned::person_let_in},

    // The framework and its application.
    {"framework_version.consult", Kind::consultation_opened, Concerned::every_representative},
    {"framework_version.propose", Kind::position_asked, Concerned::entitled_representatives},
    {"framework_version.agree", Kind::version_moved, Concerned::every_representative},
    {"framework_version.supersede", Kind::version_moved, Concerned::every_representative},
    {"framework_version.withdraw", Kind::version_moved, Concerned::every_representative},
    {"amendment.propose", Kind::amendment_proposed, Concerned::stewards},
    {"amendment.debate", Kind::amendment_decided, Concerned::proponents},
    {"amendment.accept", Kind::amendment_decided, Concerned::proponents},
    {"amendment.reject", Kind::amendment_decided, Concerned::proponents},
    {"amendment.withdraw", Kind::amendment_decided, Concerned::proponents},
    {"amendment.merge", Kind::amendment_decided, Concerned::proponents},
    {"application.review", Kind::application_reviewed, Concerned::state_representatives},

    // Mainstreaming.
    {"mainstreaming.submit", Kind::case_submitted, Concerned::state_representatives},
    {"mainstreaming.consider", Kind::case_decided, Concerned::case_people},
    {"mainstreaming.approve", Kind::case_decided, Concerned::case_people},
    {"mainstreaming.approve_in_part", Kind::case_decided, Concerned::case_people},
    {"mainstreaming.decline", Kind::case_decided, Concerned::case_people},
    {"mainstreaming.enact", Kind::case_decided, Concerned::case_people},
    {"mainstreaming.revoke", Kind::case_decided, Concerned::case_people},
    {"mainstreaming.review", Kind::case_decided, Concerned::case_people},
    {"mainstreaming.continue_in_force", Kind::case_decided, Concerned::case_people},
    {"mainstreaming.end", Kind::case_decided, Concerned::case_people},

    // Pilots.
    {"pilot_protocol.register", Kind::protocol_moved, Concerned::leads_of_protocol},
    {"pilot_protocol.amend", Kind::protocol_moved, Concerned::leads_of_protocol},
    {"pilot_protocol.close", Kind::protocol_moved, Concerned::leads_of_protocol},
    {"pilot.start", Kind::pilot_started, Concerned::independent_evaluators},
    {"pilot.lock_data", Kind::pilot_moved, Concerned::pilot_people},
    {"pilot.analyse", Kind::pilot_moved, Concerned::pilot_people},
    {"pilot.report", Kind::pilot_moved, Concerned::pilot_people},
    {"pilot.terminate", Kind::pilot_moved, Concerned::pilot_people},
    {"pilot.hand_over", Kind::pilot_handed_over, Concerned::pilot_leads},

    // Partnerships.
    {"claim.ask", Kind::claim_waiting, Concerned::administrators_of_claim},
    {"claim.grant", Kind::claim_decided, Concerned::claimant},
    {"claim.refuse", Kind::claim_decided, Concerned::claimant},
    {"claim.revoke", Kind::claim_decided, Concerned::claimant},
    {"offer.submit", Kind::offer_submitted, Concerned::curators},
    {"offer.publish", Kind::offer_decided, Concerned::offer_people},
    {"offer.reject", Kind::offer_decided, Concerned::offer_people},
    {"offer.take_down", Kind::offer_decided, Concerned::offer_people},
    {kOfferEndingAction, Kind::offer_ending, Concerned::offer_people},
    {"offer_match.found", Kind::offer_matched, Concerned::match_people},
    {"conversation.report", Kind::message_reported, Concerned::curators},

    // People.
    {"account.grant", Kind::role_given, Concerned::account_itself},
    {"account.take_back", Kind::role_taken, Concerned::account_itself},
});

}  // namespace

std::string_view name_of(NoticeKind kind) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"innovation_decided",   "innovation_proposed", "assessment_asked",   "calibration_opened",
       "gate_ready",           "override_proposed",   "authority_asked",    "taken_up",
       "condition_due",        "team_asked",          "team_joined",        "consultation_opened",
       "position_asked",       "version_moved",       "amendment_proposed", "amendment_decided",
       "application_reviewed", "case_submitted",      "case_decided",       "role_given",
       "role_taken",           "pilot_started",       "pilot_moved",        "pilot_handed_over",
       "protocol_moved",       "claim_waiting",       "claim_decided",      "offer_submitted",
       "offer_decided",        "offer_matched",       "offer_ending",       "message_reported"});
  static_assert(kNames.size() == kNoticeKinds);
  return kNames[static_cast<std::size_t>(kind)];
}

std::span<const NoticeRule> notice_rules() { return kNoticeRules; }

std::vector<NoticeRule> notice_rules_of(std::string_view action) {
  std::vector<NoticeRule> rules;
  std::ranges::copy_if(kNoticeRules, std::back_inserter(rules),
                       [&](const NoticeRule& rule) { return rule.action == action; });
  return rules;
}

}  // namespace tributary::ecosystem
