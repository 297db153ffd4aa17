// Who works on an innovation and who supports it; see innovation_desk.h.
#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/ecosystem/innovation_desk.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// Of an innovation, or of a part that was merged into one.
bool has_judged(const auto& judged, eco::PersonId person) {
  const bool has_assessed =
      std::ranges::any_of(judged.assessments, [&](const store::StoredAssessment& stored) {
        return !stored.is_recused && stored.assessment.reviewer == person;
      });
  const bool has_decided =
      std::ranges::any_of(judged.moves, [&](const store::InnovationMove& move) {
        return eco::is_gate_outcome(move.act) && (move.by == person || move.confirmed_by == person);
      });
  const bool has_evaluated =
      std::ranges::find(judged.pilot_evaluators, person) != judged.pilot_evaluators.end();
  return has_assessed || has_decided || has_evaluated;
}

/// Rule 1 from its other side: who judged an innovation does not work on it later.
Result<> check_has_not_judged(const InnovationFile& file, eco::PersonId person) {
  const bool has_judged_a_part = std::ranges::any_of(
      file.merged_parts, [&](const MergedPart& part) { return has_judged(part, person); });
  if (!has_judged(file, person) && !has_judged_a_part) return {};
  return fail(ErrorCode::not_permitted, "who has judged an innovation does not join its team",
              "independence", eco::not_independent(eco::Interest::has_judged));
}

Result<> check_team_has_role(eco::Role role) {
  if (role == eco::Role::innovator || role == eco::Role::pilot_lead) return {};
  return fail(ErrorCode::invalid_argument, "a team has innovators and pilot leads", "role");
}

const TeamMember* find_member(std::span<const TeamMember> members, eco::PersonId person,
                              eco::Role role) {
  const auto found = std::ranges::find_if(members, [&](const TeamMember& member) {
    return member.person == person && member.role == role;
  });
  return found == members.end() ? nullptr : &*found;
}

/// Whether the actor holds the role in an organisation that is in the team.
bool is_of_the_teams_organisations(const eco::Actor& actor, eco::Role role,
                                   std::span<const TeamMember> team) {
  return std::ranges::any_of(team, [&](const TeamMember& member) {
    return !member.organisation.empty() &&
           eco::holds(actor.grants, role, {eco::ScopeKind::organisation, member.organisation});
  });
}

/// What is merged has no team of its own any more: who wants to work on it joins the other.
Result<> check_is_not_merged(const store::Innovation& innovation, std::string_view what_to_do) {
  if (!innovation.merged_into) return {};
  return fail(ErrorCode::conflict,
              "it is merged into innovation " + std::to_string(innovation.merged_into->value) +
                  ", which can be " + std::string(what_to_do),
              subject_of_innovation(innovation.id),
              eco::house_rule(eco::HouseRule::merged_elsewhere));
}

Result<> write_team_event(store::RecordedChange& change, const InnovationFile& file,
                          store::TeamEvent event) {
  event.at = change.at();
  TRY(store::append_team_event(change.connection(), file.now.id, event));
  TRY(store::update_innovation(change.connection(), file.now, change.at()));
  return change.commit("innovation_team." + std::string(name_of(event.kind)),
                       subject_of_innovation(file.now.id),
                       audit_detail({{"person", event.person.value},
                                     {"role", name_of(event.role)},
                                     {"organisation", event.organisation}}));
}

}  // namespace

Result<> InnovationDesk::support(const eco::Actor& actor, eco::InnovationId id) {
  TRY(eco::check_permission(actor.grants, eco::Action::support, {}));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto innovation = TRY(store::innovation(change.connection(), id));
  TRY(check_is_not_merged(innovation, "supported"));
  TRY(store::support_innovation(change.connection(), id, actor.person, change.at()));
  return change.commit("innovation.support", subject_of_innovation(id), "{}");
}

Result<SupporterList> InnovationDesk::supporters(const eco::Actor& actor, eco::InnovationId id,
                                                 const SupporterRange& range) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  TRY(store::innovation(connection, id));
  const auto page = TRY(store::supporters_of(connection, id, range.offset, range.limit));
  return supporter_list(connection, actor, page);
}

Result<> InnovationDesk::join(const eco::Actor& actor, const JoinTeam& request) {
  TRY(eco::check_permission(actor.grants, eco::Action::propose_innovation, {}));
  TRY(check_team_has_role(request.role));
  TRY(check_organisation(actor, request.organisation));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto file = TRY(read_innovation_file(change.connection(), request.id));
  TRY(check_is_not_merged(file.now, "joined"));
  TRY(check_has_not_judged(file, actor.person));
  const auto team = team_by(file.team_events, store::TeamEventKind::joined);
  const auto waiting = team_by(file.team_events, store::TeamEventKind::asked);
  if (find_member(team, actor.person, request.role) != nullptr ||
      find_member(waiting, actor.person, request.role) != nullptr) {
    return fail(ErrorCode::conflict, "you are in the team in this role, or have asked to be",
                subject_of_innovation(request.id),
                eco::house_rule(eco::HouseRule::in_team_already));
  }
  const bool is_let_in = roles_in_team(file, actor.person).contains(eco::Role::innovator) ||
                         is_of_the_teams_organisations(actor, request.role, team);
  return write_team_event(
      change, file,
      {.person = actor.person,
       .kind = is_let_in ? store::TeamEventKind::joined : store::TeamEventKind::asked,
       .role = request.role,
       .organisation = request.organisation,
       .by = actor.person});
}

Result<> InnovationDesk::let_in(const eco::Actor& actor, eco::InnovationId id, eco::PersonId person,
                                eco::Role role) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto file = TRY(read_innovation_file(change.connection(), id));
  TRY(check_team_role(file, actor, eco::Action::edit_innovation));
  TRY(check_is_not_merged(file.now, "joined"));
  TRY(check_has_not_judged(file, person));
  const auto waiting = team_by(file.team_events, store::TeamEventKind::asked);
  const auto* asking = find_member(waiting, person, role);
  if (asking == nullptr) {
    return fail(ErrorCode::unmet, "this person has not asked to join in this role",
                subject_of_innovation(id), eco::house_rule(eco::HouseRule::has_not_asked));
  }
  return write_team_event(change, file,
                          {.person = person,
                           .kind = store::TeamEventKind::joined,
                           .role = role,
                           .organisation = asking->organisation,
                           .by = actor.person});
}

Result<> InnovationDesk::leave(const eco::Actor& actor, eco::InnovationId id, eco::Role role) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto file = TRY(read_innovation_file(change.connection(), id));
  const auto team = team_by(file.team_events, store::TeamEventKind::joined);
  const auto* member = find_member(team, actor.person, role);
  if (member == nullptr) {
    return fail(ErrorCode::conflict, "you are not in the team in this role",
                subject_of_innovation(id), eco::house_rule(eco::HouseRule::not_in_team));
  }
  if (role == eco::Role::innovator && std::ranges::count(team, role, &TeamMember::role) == 1) {
    return fail(ErrorCode::unmet, "another innovator has to join first", subject_of_innovation(id),
                eco::house_rule(eco::HouseRule::last_innovator));
  }
  return write_team_event(change, file,
                          {.person = actor.person,
                           .kind = store::TeamEventKind::left,
                           .role = role,
                           .organisation = member->organisation,
                           .by = actor.person});
}

}  // namespace tributary::app
