#include "app/ecosystem/innovation_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/ecosystem/panel/panel_standing.h"
#include "text/fold.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

/// The last text of this kind; of lessons only what was learnt since the last gate.
std::string last_fact(const InnovationFile& file, eco::FactKind kind) {
  std::string text;
  for (const auto& fact : file.facts) {
    const bool is_too_old =
        kind == eco::FactKind::lessons && fact.gate_round != file.now.gate_round;
    if (fact.kind == kind && !is_too_old) text = fact.text;
  }
  return text;
}

Result<std::vector<eco::Likeness>> duplicates_of(sql::Connection& connection,
                                                 const InnovationFile& file) {
  if (file.now.state != eco::PipelineState{eco::Stage::identified}) return {};
  const auto known = TRY(store::known_innovations(connection, file.now.id));
  auto likely = eco::likely_duplicates(file.text.search_words, known);
  std::erase_if(likely, [&](const eco::Likeness& like) {
    return std::ranges::find(file.distinctions, like.id, &store::Distinction::earlier) !=
           file.distinctions.end();
  });
  return likely;
}

Result<std::vector<MergedPart>> merged_parts_of(sql::Connection& connection, eco::InnovationId id) {
  std::vector<MergedPart> parts;
  for (const auto part : TRY(store::merged_parts(connection, id))) {
    parts.push_back({.team_events = TRY(store::team_events(connection, part)),
                     .assessments = TRY(store::gate_assessments(connection, part)),
                     .moves = TRY(store::innovation_moves(connection, part)),
                     .pilot_evaluators = TRY(store::evaluators_of(connection, part))});
  }
  return parts;
}

bool has_been_in_team(std::span<const store::TeamEvent> events, eco::PersonId person) {
  return std::ranges::any_of(events, [&](const store::TeamEvent& event) {
    return event.kind != store::TeamEventKind::asked && event.person == person;
  });
}

void recuse_those_of_merged_parts(InnovationFile& file) {
  for (auto& stored : file.assessments) {
    if (stored.gate_round != file.now.gate_round) continue;
    for (const auto& part : file.merged_parts) {
      if (has_been_in_team(part.team_events, stored.assessment.reviewer)) stored.is_recused = true;
    }
  }
}

/// Adds those who are or were of a team to the ones who do not judge.
void add_team(eco::Judging& judging, std::span<const store::TeamEvent> events) {
  for (const auto& event : events) {
    if (event.kind == store::TeamEventKind::asked) continue;
    judging.team.push_back(event.person);
    if (!event.organisation.empty()) judging.team_organisations.push_back(event.organisation);
  }
}

}  // namespace

Result<InnovationFile> read_innovation_file(sql::Connection& connection, eco::InnovationId id) {
  InnovationFile file{.now = TRY(store::innovation(connection, id))};
  file.text = TRY(store::innovation_text(connection, id, file.now.text_number));
  file.team_events = TRY(store::team_events(connection, id));
  file.facts = TRY(store::innovation_facts(connection, id));
  file.protocols = TRY(store::innovation_protocols(connection, id));
  file.packages = TRY(store::evidence_packages(connection, id));
  if (file.now.gate_rule) file.rule = TRY(store::gate_rule(connection, *file.now.gate_rule));
  file.assessments = TRY(store::gate_assessments(connection, id));
  file.moves = TRY(store::innovation_moves(connection, id));
  file.met_conditions = TRY(store::met_conditions(connection, id));
  file.pending_override = TRY(store::pending_override(connection, file.now));
  file.distinctions = TRY(store::distinctions(connection, id));
  file.duplicates = TRY(duplicates_of(connection, file));
  file.merged_parts = TRY(merged_parts_of(connection, id));
  file.panel_record = TRY(store::panel_record(connection, id));
  take_in_panel_record(file);
  recuse_those_of_merged_parts(file);
  file.has_pilot_protocol = TRY(store::has_registered_text(connection, id));
  file.pilot_evaluators = TRY(store::evaluators_of(connection, id));
  return file;
}

std::vector<TeamMember> team_by(std::span<const store::TeamEvent> events,
                                store::TeamEventKind kind) {
  std::vector<TeamMember> members;
  for (const auto& event : events) {
    std::erase_if(members, [&](const TeamMember& member) {
      return member.person == event.person && member.role == event.role;
    });
    if (event.kind == kind) {
      members.push_back({event.person, event.role, event.organisation, event.at});
    }
  }
  return members;
}

eco::Roles roles_in_team(const InnovationFile& file, eco::PersonId person) {
  eco::Roles roles;
  for (const auto& member : team_by(file.team_events, store::TeamEventKind::joined)) {
    if (member.person == person) roles.add(member.role);
  }
  return roles;
}

eco::Roles roles_at(const InnovationFile& file, const eco::Actor& actor,
                    const eco::StateCode& state) {
  std::vector<eco::Scope> scopes;
  if (!file.now.panel.empty()) scopes.push_back({eco::ScopeKind::panel, file.now.panel});
  if (!state.value.empty()) scopes.push_back({eco::ScopeKind::member_state, state.value});
  auto roles = actor.roles(scopes).without({eco::Role::innovator, eco::Role::pilot_lead});
  roles_in_team(file, actor.person).for_each([&](eco::Role role) { roles.add(role); });
  return roles;
}

Result<> check_independent(const InnovationFile& file, const eco::Actor& actor) {
  eco::Judging judging{.judge = actor.person};
  for (const auto& grant : actor.grants) {
    if (grant.scope.kind == eco::ScopeKind::organisation) {
      judging.judges_organisations.push_back(grant.scope.key);
    }
  }
  add_team(judging, file.team_events);
  for (const auto& part : file.merged_parts) add_team(judging, part.team_events);
  return eco::check_independence(judging);
}

std::vector<eco::GateAssessment> assessments_at_hand(const InnovationFile& file) {
  std::vector<eco::GateAssessment> assessments;
  for (const auto& stored : file.assessments) {
    if (stored.gate_round == file.now.gate_round && !stored.is_recused) {
      assessments.push_back(stored.assessment);
    }
  }
  return assessments;
}

Result<eco::GateReading> gate_of(const InnovationFile& file) {
  if (!file.rule) return eco::GateReading{};
  auto gate = TRY(eco::read_gate(file.rule->rule, assessments_at_hand(file)));
  if (const auto [have, needed] = calibration_progress(file); have < needed) {
    gate.is_open = false;
    gate.missing.insert(gate.missing.begin(), {.kind = eco::GateShortfallKind::assessments,
                                               .criterion = {},
                                               .have = have,
                                               .needed = needed});
  }
  return gate;
}

Result<eco::PipelineFacts> facts_of(const InnovationFile& file) {
  using enum eco::FactKind;
  const auto last = [&](eco::FactKind kind) { return last_fact(file, kind); };
  eco::PipelineFacts facts{
      .text = file.text.text,
      .has_registered_protocol = !file.protocols.empty() || file.has_pilot_protocol,
      .ethics_note = last(ethics_note),
      .data_protection_note = last(data_protection_note),
      .lessons = last(lessons),
      .product = {.materials = last(product_materials),
                  .training = last(product_training),
                  .cost = last(product_cost),
                  .licence = last(product_licence),
                  .accessibility = last(product_accessibility)},
      .gate = TRY(gate_of(file))};
  for (const auto& like : file.duplicates) facts.duplicates.push_back(like.id);
  for (const auto& member : team_by(file.team_events, store::TeamEventKind::joined)) {
    if (member.role == eco::Role::pilot_lead) facts.pilot_lead = member.person;
  }
  facts.is_evidence_frozen =
      !file.packages.empty() && file.packages.back().gate_round == file.now.gate_round;
  std::vector<eco::PipelineAct> acts;
  for (const auto& move : file.moves) acts.push_back(move.act);
  facts.is_recommended = eco::is_recommended(acts);
  return facts;
}

std::vector<eco::NextAct<eco::PipelineMachine>> next_acts_of(const eco::PipelineState& state,
                                                             const eco::PipelineFacts& facts) {
  auto next = eco::next_acts<eco::PipelineMachine>(state, eco::needs_met(facts, {}));
  for (auto& act : next) act.missing = act.missing.without(eco::kStatedWithMove);
  return next;
}

Result<store::VersionSummary> framework_in_force(sql::Connection& connection) {
  const auto versions = TRY(store::framework_versions(connection));
  for (const auto state : {eco::VersionState::agreed, eco::VersionState::final_proposal,
                           eco::VersionState::consultation, eco::VersionState::draft}) {
    const auto newest =
        std::ranges::find(versions.rbegin(), versions.rend(), state, &store::VersionSummary::state);
    if (newest != versions.rend()) return *newest;
  }
  return fail(ErrorCode::unmet, "there is no version of the framework yet", "framework");
}

std::string subject_of_innovation(eco::InnovationId id) {
  return fmt::format("innovation/{}", id.value);
}

std::string search_words_of(const eco::InnovationText& text) {
  return text::fold(text.title + " " + text.problem + " " + text.what_is_new);
}

}  // namespace tributary::app
