#include "store/innovation/innovation_moves.h"

#include "ecosystem/enum_names.h"
#include "store/innovation/optional_value.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

Result<> insert_grounds(sql::Connection& connection, eco::InnovationId id, Revision number,
                        const std::vector<std::string>& evidence,
                        const std::vector<eco::Condition>& conditions) {
  auto insert_evidence = TRY(connection.statement(
      "INSERT INTO decision_evidence (innovation, number, ordinal, text) VALUES (?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < evidence.size(); ++ordinal) {
    TRY(insert_evidence.run(id.value, number.value, ordinal, evidence[ordinal]));
  }
  auto insert_condition = TRY(connection.statement(
      "INSERT INTO decision_conditions (innovation, number, ordinal, text, due) "
      "VALUES (?, ?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < conditions.size(); ++ordinal) {
    const auto& [text, due] = conditions[ordinal];
    TRY(insert_condition.run(id.value, number.value, ordinal, text, due.days_since_epoch()));
  }
  return {};
}

/// Of a move or a proposed override.
Result<> read_grounds(sql::Connection& connection, eco::InnovationId id, auto& decision) {
  const auto number = decision.from_revision.value;
  auto row = TRY(connection.statement(
      "SELECT text FROM decision_evidence WHERE innovation = ? AND number = ? ORDER BY ordinal"));
  TRY(row.bind(id.value, number));
  while (TRY(row.step())) decision.evidence.emplace_back(row.text(0));
  auto condition =
      TRY(connection.statement("SELECT text, due FROM decision_conditions "
                               "WHERE innovation = ? AND number = ? ORDER BY ordinal"));
  TRY(condition.bind(id.value, number));
  while (TRY(condition.step())) {
    decision.conditions.push_back(
        {std::string(condition.text(0)), Date(static_cast<std::int32_t>(condition.integer(1)))});
  }
  return {};
}

Result<eco::PipelineState> state_of_columns(const sql::Statement& row, int stage) {
  return eco::PipelineState{
      TRY(eco::enum_from_name(row.text(stage), eco::Stage::mainstreamed)),
      TRY(eco::enum_from_name(row.text(stage + 1), eco::Standing::de_implemented))};
}

Result<InnovationMove> move_of_row(const sql::Statement& row) {
  InnovationMove move{.from_revision = {row.integer(0)},
                      .act = TRY(eco::enum_from_name(row.text(1), eco::PipelineAct::withdraw)),
                      .from = TRY(state_of_columns(row, 2)),
                      .to = TRY(state_of_columns(row, 4)),
                      .reasons = std::string(row.text(6)),
                      .at = moment_of(row.integer(7)),
                      .by = {row.integer(8)},
                      .role = TRY(eco::enum_from_name(row.text(9), eco::Role::administrator)),
                      .framework = TRY(eco::parse_version_number(row.text(10))),
                      .text_number = row.integer(11),
                      .gate_round = row.integer(12),
                      .state = {std::string(row.text(16))},
                      .competent_authority = std::string(row.text(17))};
  if (const auto rule = row.optional_integer(13)) move.gate_rule = GateRuleNumber{*rule};
  if (const auto by = row.optional_integer(14)) move.confirmed_by = eco::PersonId{*by};
  if (const auto target = row.optional_integer(15)) move.merge_target = eco::InnovationId{*target};
  if (const auto day = row.optional_integer(18)) {
    move.in_force_from = Date(static_cast<std::int32_t>(*day));
  }
  return move;
}

}  // namespace

Result<> insert_innovation_move(sql::Connection& connection, eco::InnovationId id,
                                const InnovationMove& move) {
  const auto in_force =
      move.in_force_from ? std::optional(move.in_force_from->days_since_epoch()) : std::nullopt;
  TRY(TRY(connection.statement(
              "INSERT INTO innovation_moves (innovation, number, act, from_stage, from_standing, "
              "to_stage, to_standing, reasons, at, person, role, framework, text_number, "
              "gate_round, gate_rule, confirmed_by, merge_target, state, competent_authority, "
              "in_force_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
          .run(id.value, move.from_revision.value, name_of(move.act), name_of(move.from.stage),
               name_of(move.from.standing), name_of(move.to.stage), name_of(move.to.standing),
               move.reasons, milliseconds(move.at), move.by.value, name_of(move.role),
               move.framework.text(), move.text_number, move.gate_round, value_of(move.gate_rule),
               value_of(move.confirmed_by), value_of(move.merge_target), move.state.value,
               move.competent_authority, in_force));
  return insert_grounds(connection, id, move.from_revision, move.evidence, move.conditions);
}

Result<std::vector<InnovationMove>> innovation_moves(sql::Connection& connection,
                                                     eco::InnovationId id) {
  auto row = TRY(connection.statement(
      "SELECT number, act, from_stage, from_standing, to_stage, to_standing, reasons, at, person, "
      "role, framework, text_number, gate_round, gate_rule, confirmed_by, merge_target, state, "
      "competent_authority, in_force_from FROM innovation_moves WHERE innovation = ? "
      "ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<InnovationMove> moves;
  while (TRY(row.step())) {
    moves.push_back(TRY(move_of_row(row)));
    TRY(read_grounds(connection, id, moves.back()));
  }
  return moves;
}

Result<> insert_override_proposal(sql::Connection& connection, eco::InnovationId id,
                                  const OverrideProposal& proposal) {
  TRY(TRY(connection.statement("INSERT INTO override_proposals (innovation, number, act, reasons, "
                               "at, person) VALUES (?, ?, ?, ?, ?, ?)"))
          .run(id.value, proposal.from_revision.value, name_of(proposal.act), proposal.reasons,
               milliseconds(proposal.at), proposal.by.value));
  return insert_grounds(connection, id, proposal.from_revision, proposal.evidence,
                        proposal.conditions);
}

Result<std::optional<OverrideProposal>> pending_override(sql::Connection& connection,
                                                         const Innovation& innovation) {
  auto row =
      TRY(connection.statement("SELECT number, act, reasons, at, person FROM override_proposals "
                               "WHERE innovation = ? AND number = ?"));
  TRY(row.bind(innovation.id.value, innovation.revision.value - 1));
  if (!TRY(row.step())) return std::nullopt;
  OverrideProposal proposal{
      .from_revision = {row.integer(0)},
      .act = TRY(eco::enum_from_name(row.text(1), eco::PipelineAct::withdraw)),
      .reasons = std::string(row.text(2)),
      .at = moment_of(row.integer(3)),
      .by = {row.integer(4)}};
  TRY(read_grounds(connection, innovation.id, proposal));
  return proposal;
}

}  // namespace tributary::store
