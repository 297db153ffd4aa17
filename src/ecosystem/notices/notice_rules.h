// ecosystem/notices/notice_rules.h
//
// Who is told of what: from the actions that the audit trail records to those whom they concern.
//
//   for (const auto& rule : notice_rules_of("framework_version.consult")) …
//
// Of one action a person is told once, by the first rule that reaches them; who did it is never
// told. Pure; safe from any thread.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ecosystem/notices/notice_kind.h"

namespace tributary::ecosystem {

/// Those whom an action concerns, seen from what it was done to.
enum class Concerned : std::uint8_t {
  account_itself,
  team,
  innovators_of_team,
  person_let_in,
  supporters,
  reviewers,          ///< of the panel, while its gate asks for assessments
  assigned_reviewer,  ///< the one whom the chair assigned last
  scoring_reviewers,  ///< who scored in the round at hand
  ready_chair,        ///< of the panel, at the assessment that makes them complete
  every_chair,
  second_persons,            ///< who may confirm an override there
  every_representative,      ///< of Member States
  entitled_representatives,  ///< of those whose positions count
  taking_representatives,    ///< of the state that took the innovation up
  state_representatives,     ///< of the state of an application or a case
  stewards,
  proponents,              ///< who wrote the amendment, and who supports it
  case_people,             ///< who prepared it, and the team of its innovation
  independent_evaluators,  ///< of no organisation that is in the team of a pilot's innovation
  pilot_people,            ///< who leads it, and who locked, analysed or reported it
  pilot_leads,             ///< who leads it, and who led it last before
  leads_of_protocol,
  claimant,
  administrators_of_claim,  ///< while it waits for one
  curators,
  offer_people,  ///< who represents its organisation
  match_people,  ///< who represents either side
};

struct NoticeRule {
  std::string_view action;
  NoticeKind kind = NoticeKind::innovation_decided;
  Concerned concerned = Concerned::team;
};

/// In the order in which they are tried.
std::span<const NoticeRule> notice_rules();

/// Those of one action; none for most.
std::vector<NoticeRule> notice_rules_of(std::string_view action);

/// The action by which the installation reminds of a condition.
inline constexpr std::string_view kConditionDueAction = "innovation.condition_due";
/// … and that an offer ends.
inline constexpr std::string_view kOfferEndingAction = "offer.ending";

}  // namespace tributary::ecosystem
