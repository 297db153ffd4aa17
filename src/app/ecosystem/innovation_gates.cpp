// Panels, gates and what is decided there; see innovation_desk.h.
#include <algorithm>

#include "app/ecosystem/audit_detail.h"
#include "app/ecosystem/innovation_checks.h"
#include "app/ecosystem/innovation_desk.h"
#include "app/ecosystem/panel/kept_agreement.h"
#include "app/ecosystem/panel/panel_standing.h"
#include "ecosystem/blank_text.h"
#include "ecosystem/house_rules.h"
#include "ecosystem/refusals.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;
using eco::PipelineAct;
using eco::PipelineNeed;

/// For which state an act speaks: taking up is for any, what follows for the one that took it up.
const eco::StateCode& state_of_act(const InnovationFile& file, const MoveInnovation& request) {
  return request.act == PipelineAct::take_up ? request.state : file.now.mainstreaming_state;
}

/// A refusal names the sentences of the gate, and the fields that are missing, rather than the
/// needs alone.
Error explained(Error error, const InnovationFile& file, const eco::PipelineFacts& facts,
                const MoveInnovation& request) {
  if (error.code != ErrorCode::unmet) return error;
  const auto* move = eco::find_move<eco::PipelineMachine>(file.now.state, request.act);
  const auto missing = move->needs.without(eco::needs_met(facts, request.statement));
  if (missing.contains(PipelineNeed::complete_text)) {
    for (const auto& problem : eco::problems_of(facts.text)) error.message += " " + problem.message;
  }
  if (missing.contains(PipelineNeed::gate_rule)) {
    for (const auto& shortfall : facts.gate.missing) {
      error.message += " " + eco::sentence_of(shortfall);
    }
  }
  return error;
}

/// The state that the act leads to, for this actor and with what is there.
Result<eco::PipelineState> state_after(const InnovationFile& file, const eco::PipelineFacts& facts,
                                       const eco::Actor& actor, const MoveInnovation& request) {
  const auto roles = roles_at(file, actor, state_of_act(file, request));
  auto to = eco::make_move<eco::PipelineMachine>(file.now.state, request.act, roles,
                                                 eco::needs_met(facts, request.statement));
  if (!to) return std::unexpected(explained(std::move(to).error(), file, facts, request));
  return to;
}

bool judges(PipelineAct act) { return eco::is_gate_outcome(act) || act == PipelineAct::take_up; }

/// The first of the roles of a move; each move is for one.
eco::Role role_of_move(const InnovationFile& file, PipelineAct act) {
  auto role = eco::Role::visitor;
  eco::find_move<eco::PipelineMachine>(file.now.state, act)->who.for_each([&](eco::Role one) {
    role = one;
  });
  return role;
}

eco::MoveStatement trimmed(eco::MoveStatement statement) {
  if (eco::is_blank(statement.reasons)) statement.reasons.clear();
  if (eco::is_blank(statement.competent_authority)) statement.competent_authority.clear();
  return statement;
}

/// What comes with the act has its sense there.
Result<> check_statement(const MoveInnovation& request, Timestamp at) {
  const auto& statement = request.statement;
  if (request.act == PipelineAct::merge && statement.merge_target == request.id) {
    return fail(ErrorCode::invalid_argument, "it cannot be merged into itself", "merge_target");
  }
  if (statement.merge_target && request.act != PipelineAct::merge) {
    return fail(ErrorCode::invalid_argument, "only merging has a target", "merge_target");
  }
  if (request.act == PipelineAct::take_up && request.state.value.empty()) {
    return fail(ErrorCode::invalid_argument, "Name the Member State that takes it up.", "state");
  }
  eco::GateDecision decision{.outcome = request.act,
                             .reasons = statement.reasons,
                             .conditions = statement.conditions,
                             .at = at};
  return eco::check_decision(decision, {});
}

/// Who merges judges both of them.
Result<> check_independent_of_target(sql::Connection& connection, const eco::Actor& actor,
                                     const eco::MoveStatement& statement) {
  if (!statement.merge_target) return {};
  return check_independent(TRY(read_innovation_file(connection, *statement.merge_target)), actor);
}

/// Merging keeps the supporters and is part of what the other came from.
Result<> merge_into(store::RecordedChange& change, const InnovationFile& file,
                    eco::InnovationId target, eco::PersonId by) {
  auto& connection = change.connection();
  const auto other = TRY(store::innovation(connection, target));
  if (other.merged_into) {
    return fail(ErrorCode::conflict,
                "it is itself merged into innovation " + std::to_string(other.merged_into->value),
                "merge_target", eco::house_rule(eco::HouseRule::merged_elsewhere));
  }
  const eco::Lineage line{target, file.now.id, eco::LineageKind::merges};
  TRY(eco::check_lineage(TRY(store::lineage_lines(connection)), line));
  TRY(store::insert_lineage(connection, {line, change.at(), by}));
  return store::pass_supporters_on(connection, file.now.id, target);
}

/// How the innovation stands behind a move. The next gate begins with its own assessments and the
/// rule that is in force then.
Result<store::Innovation> innovation_behind(sql::Connection& connection,
                                            const store::Innovation& before,
                                            const store::InnovationMove& move) {
  auto innovation = before;
  innovation.state = move.to;
  if (move.merge_target) innovation.merged_into = move.merge_target;
  if (move.act == PipelineAct::take_up) innovation.mainstreaming_state = move.state;
  if (move.to.stage < eco::Stage::mainstreaming) innovation.mainstreaming_state = {};
  if (!eco::is_gate_outcome(move.act) && move.to.stage == move.from.stage) return innovation;
  ++innovation.gate_round;
  const auto rule = TRY(store::newest_gate_rule(connection, move.to.stage));
  innovation.gate_rule = rule ? std::optional(rule->number) : std::nullopt;
  return innovation;
}

Result<> write_move(store::RecordedChange& change, const InnovationFile& file,
                    store::InnovationMove move) {
  auto& connection = change.connection();
  move.from_revision = file.now.revision;
  move.from = file.now.state;
  move.at = change.at();
  move.role = role_of_move(file, move.act);
  move.framework = TRY(framework_in_force(connection)).number;
  move.text_number = file.now.text_number;
  move.gate_round = file.now.gate_round;
  move.gate_rule = file.now.gate_rule;
  if (move.merge_target) TRY(merge_into(change, file, *move.merge_target, move.by));
  TRY(store::insert_innovation_move(connection, file.now.id, move));
  if (eco::is_gate_outcome(move.act)) TRY(keep_figures(connection, file));
  const auto behind = TRY(innovation_behind(connection, file.now, move));
  TRY(store::update_innovation(connection, behind, change.at()));
  return change.commit("innovation." + std::string(name_of(move.act)),
                       subject_of_innovation(file.now.id),
                       audit_detail({{"to", name_of(move.to)},
                                     {"reasons", move.reasons},
                                     {"framework", move.framework.text()},
                                     {"is_override", move.confirmed_by.has_value()}}));
}

}  // namespace

Result<> InnovationDesk::take_on(const eco::Actor& actor, eco::InnovationId id,
                                 store::Revision seen, const std::string& panel) {
  const std::vector scopes{eco::Scope{eco::ScopeKind::panel, panel}};
  TRY(eco::check_permission(actor.grants, eco::Action::convene_panel, scopes));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto file = TRY(read_innovation_file(change.connection(), id));
  TRY(check_seen(file, seen));
  TRY(check_independent(file, actor));
  if (!file.now.panel.empty()) {
    return fail(ErrorCode::conflict, "the panel " + file.now.panel + " has it",
                subject_of_innovation(id), eco::house_rule(eco::HouseRule::panel_has_it));
  }
  file.now.panel = panel;
  TRY(store::update_innovation(change.connection(), file.now, change.at()));
  return change.commit("innovation.take_on", subject_of_innovation(id),
                       audit_detail({{"panel", panel}}));
}

Result<> InnovationDesk::assess(const eco::Actor& actor, const AssessInnovation& request) {
  TRY(check_filled(request.declaration, "declaration",
                   "Declare your interests, or that you have none."));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, request.id));
  const std::vector scopes{eco::Scope{eco::ScopeKind::panel, file.now.panel}};
  TRY(eco::check_permission(actor.grants, eco::Action::assess, scopes));
  TRY(check_independent(file, actor));
  TRY(check_seen(file, request.seen));
  TRY(check_before_gate(file));
  if (request.has_interest && !request.scores.empty()) {
    return fail(ErrorCode::not_permitted, "who has an interest gives no scores", "independence",
                eco::not_independent(eco::Interest::declared));
  }
  if (!request.has_interest) {
    // What the reader of the gate would refuse later is refused now.
    const eco::GateAssessment assessment{actor.person, request.scores};
    TRY(eco::read_gate(file.rule->rule, std::span(&assessment, 1)));
  }
  TRY(declare_within(change, file, actor.person,
                     {.kind = request.has_interest ? eco::ReviewerEventKind::recused
                                                   : eco::ReviewerEventKind::declared,
                      .text = request.declaration}));
  TRY(store::insert_gate_assessment(connection, request.id,
                                    {.gate_round = file.now.gate_round,
                                     .assessment = {actor.person, request.scores},
                                     .is_recused = request.has_interest,
                                     .declaration = request.declaration,
                                     .comment = request.comment,
                                     .at = change.at()}));
  if (!request.has_interest) {
    TRY(keep_draw(connection,
                  {.innovation = request.id, .gate_round = file.now.gate_round, .reviewer = {}}));
  }
  return change.commit(
      "innovation.assess", subject_of_innovation(request.id),
      audit_detail({{"round", file.now.gate_round}, {"is_recused", request.has_interest}}));
}

Result<> InnovationDesk::move(const eco::Actor& actor, const MoveInnovation& asked) {
  auto request = asked;
  request.statement = trimmed(asked.statement);
  request.statement.is_confirmed_override = false;
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto file = TRY(read_innovation_file(change.connection(), request.id));
  const auto facts = TRY(facts_of(file));
  const auto& statement = request.statement;
  const auto to = state_after(file, facts, actor, request);
  if (!to && to.error().code == ErrorCode::not_permitted) return std::unexpected(to.error());
  if (judges(request.act)) TRY(check_independent(file, actor));
  TRY(check_seen(file, request.seen));
  TRY(to);
  TRY(check_statement(request, change.at()));
  TRY(check_independent_of_target(change.connection(), actor, statement));
  return write_move(change, file,
                    {.act = request.act,
                     .to = *to,
                     .reasons = statement.reasons,
                     .by = actor.person,
                     .merge_target = statement.merge_target,
                     .state = state_of_act(file, request),
                     .competent_authority = statement.competent_authority,
                     .in_force_from = statement.in_force_from,
                     .evidence = request.evidence,
                     .conditions = statement.conditions});
}

Result<> InnovationDesk::propose_override(const eco::Actor& actor, const MoveInnovation& asked) {
  auto request = asked;
  request.statement = trimmed(asked.statement);
  request.statement.is_confirmed_override = true;  // all else has to be there already
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto file = TRY(read_innovation_file(connection, request.id));
  const auto facts = TRY(facts_of(file));
  const auto to = state_after(file, facts, actor, request);
  if (!to && to.error().code == ErrorCode::not_permitted) return std::unexpected(to.error());
  TRY(check_independent(file, actor));
  TRY(check_seen(file, request.seen));
  TRY(to);
  TRY(check_statement(request, change.at()));
  const auto* line = eco::find_move<eco::PipelineMachine>(file.now.state, request.act);
  if (!line->needs.contains(PipelineNeed::gate_rule) || facts.gate.is_open) {
    return fail(
        ErrorCode::unmet, "the gate does not stand against it; there is nothing to override",
        subject_of_innovation(request.id), eco::house_rule(eco::HouseRule::nothing_to_override));
  }
  TRY(store::insert_override_proposal(connection, request.id,
                                      {.from_revision = file.now.revision,
                                       .act = request.act,
                                       .reasons = request.statement.reasons,
                                       .at = change.at(),
                                       .by = actor.person,
                                       .evidence = request.evidence,
                                       .conditions = request.statement.conditions}));
  TRY(store::update_innovation(connection, file.now, change.at()));
  return change.commit(
      "override.propose", subject_of_innovation(request.id),
      audit_detail({{"act", name_of(request.act)}, {"reasons", request.statement.reasons}}));
}

Result<> InnovationDesk::confirm_override(const eco::Actor& actor, eco::InnovationId id,
                                          store::Revision seen) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  const auto file = TRY(read_innovation_file(change.connection(), id));
  const std::vector scopes{eco::Scope{eco::ScopeKind::panel, file.now.panel},
                           eco::Scope{eco::ScopeKind::member_state, file.now.member_state.value}};
  TRY(eco::check_permission(actor.grants, eco::Action::confirm_override, scopes));
  TRY(check_independent(file, actor));
  TRY(check_seen(file, seen));
  if (!file.pending_override) {
    return fail(ErrorCode::unmet, "no override waits for its second person",
                subject_of_innovation(id), eco::house_rule(eco::HouseRule::no_override_waits));
  }
  const auto& proposal = *file.pending_override;
  const auto facts = TRY(facts_of(file));
  const eco::GateDecision decision{.by = proposal.by,
                                   .evidence = proposal.evidence,
                                   .outcome = proposal.act,
                                   .reasons = proposal.reasons,
                                   .conditions = proposal.conditions,
                                   .is_override = true,
                                   .confirmed_by = actor.person,
                                   .at = change.at()};
  TRY(eco::check_decision(decision, facts.gate));
  const eco::MoveStatement statement{.reasons = proposal.reasons,
                                     .conditions = proposal.conditions,
                                     .is_confirmed_override = true};
  const auto to = TRY(eco::make_move<eco::PipelineMachine>(file.now.state, proposal.act,
                                                           {role_of_move(file, proposal.act)},
                                                           eco::needs_met(facts, statement)));
  return write_move(change, file,
                    {.act = proposal.act,
                     .to = to,
                     .reasons = proposal.reasons,
                     .by = proposal.by,
                     .confirmed_by = actor.person,
                     .evidence = proposal.evidence,
                     .conditions = proposal.conditions});
}

}  // namespace tributary::app
