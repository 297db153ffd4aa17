// How a pilot gets another lead; see pilot_desk.h.
#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/ecosystem/pilot_desk.h"
#include "app/ecosystem/pilot_file.h"
#include "ecosystem/refusals.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// Rule 1 holds for who takes over as it does for who joins.
Result<> check_may_take_over(const PilotFile& file, eco::PersonId to) {
  if (to == file.stored.lead) {
    return fail(ErrorCode::invalid_argument, "This person leads it already.", "to");
  }
  if (!roles_in_team(file.innovation, to).contains(eco::Role::pilot_lead)) {
    return fail(ErrorCode::unmet,
                "who takes it over joins the team as a pilot lead first, and so agrees to it",
                "pilot_lead");
  }
  const auto& evaluators = file.innovation.pilot_evaluators;
  if (std::ranges::find(evaluators, to) == evaluators.end()) return {};
  return fail(ErrorCode::not_permitted, "who has judged an innovation leads no pilot of it",
              "independence", eco::not_independent(eco::Interest::has_judged));
}

}  // namespace

bool may_hand_over(const PilotFile& file, const eco::Actor& actor) {
  return roles_in_pilot(file, actor).contains(eco::Role::pilot_lead) ||
         roles_in_team(file.innovation, actor.person).contains(eco::Role::innovator);
}

std::vector<eco::PersonId> who_may_take_over(const PilotFile& file) {
  std::vector<eco::PersonId> people;
  if (!can_be_handed_over(file.stored.state)) return people;
  for (const auto& member : team_by(file.innovation.team_events, store::TeamEventKind::joined)) {
    const bool is_known = std::ranges::find(people, member.person) != people.end();
    if (!is_known && check_may_take_over(file, member.person)) people.push_back(member.person);
  }
  return people;
}

Result<> PilotDesk::hand_over(const eco::Actor& actor, const HandOverPilot& request) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_pilot_file(connection, request.id));
  const auto subject = subject_of_pilot(request.id);
  if (!may_hand_over(file, actor)) {
    return fail(ErrorCode::not_permitted,
                "a pilot is handed over by its lead, or by an innovator of the team", subject);
  }
  TRY(store::check_revision(file.stored.revision, request.seen, subject));
  if (!can_be_handed_over(file.stored.state)) {
    return fail(ErrorCode::conflict,
                "it is " + std::string(name_of(file.stored.state)) +
                    ": a pilot is handed over before its data are locked",
                subject);
  }
  TRY(check_filled(request.reasons, "reasons", "Say why it is handed over."));
  TRY(check_may_take_over(file, request.to));
  TRY(store::insert_pilot_handover(connection, file.stored,
                                   {.from = file.stored.lead,
                                    .to = request.to,
                                    .reasons = request.reasons,
                                    .at = change.at(),
                                    .by = actor.person}));
  auto behind = file.stored;
  behind.lead = request.to;
  TRY(store::update_pilot(connection, behind, change.at()));
  return change.commit("pilot.hand_over", subject,
                       audit_detail({{"from", file.stored.lead.value},
                                     {"to", request.to.value},
                                     {"reasons", request.reasons}}));
}

}  // namespace tributary::app
