#include "store/innovation/gate_rules.h"

#include "ecosystem/enum_names.h"
#include "ecosystem/house_rules.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kGateRuleColumns =
    "SELECT number, stage, required_assessments, must_meet_score, threshold_hundredths, at, person "
    "FROM gate_rules ";

Result<StoredGateRule> gate_rule_of_row(sql::Connection& connection, const sql::Statement& row) {
  const auto number = [&](int column) { return static_cast<int>(row.integer(column)); };
  StoredGateRule stored{.number = {row.integer(0)},
                        .stage = TRY(eco::enum_from_name(row.text(1), eco::Stage::mainstreamed)),
                        .rule = {.criteria = {},
                                 .required_assessments = number(2),
                                 .must_meet_score = number(3),
                                 .threshold_hundredths = number(4)},
                        .at = moment_of(row.integer(5)),
                        .by = {row.integer(6)}};
  auto criterion = TRY(connection.statement(
      "SELECT name, must_be_met, weight FROM gate_criteria WHERE rule = ? ORDER BY ordinal"));
  TRY(criterion.bind(stored.number.value));
  while (TRY(criterion.step())) {
    stored.rule.criteria.push_back({.name = std::string(criterion.text(0)),
                                    .must_be_met = criterion.integer(1) != 0,
                                    .weight = static_cast<int>(criterion.integer(2))});
  }
  return stored;
}

}  // namespace

Result<GateRuleNumber> insert_gate_rule(sql::Connection& connection, const StoredGateRule& stored) {
  const auto number =
      TRY(number_behind(connection, "SELECT COALESCE(MAX(number), 0) FROM gate_rules"));
  const auto& rule = stored.rule;
  TRY(TRY(connection.statement("INSERT INTO gate_rules (number, stage, required_assessments, "
                               "must_meet_score, threshold_hundredths, at, person) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?)"))
          .run(number, name_of(stored.stage), rule.required_assessments, rule.must_meet_score,
               rule.threshold_hundredths, milliseconds(stored.at), stored.by.value));
  auto insert = TRY(
      connection.statement("INSERT INTO gate_criteria (rule, ordinal, name, must_be_met, weight) "
                           "VALUES (?, ?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < rule.criteria.size(); ++ordinal) {
    const auto& criterion = rule.criteria[ordinal];
    TRY(insert.run(number, ordinal, criterion.name, criterion.must_be_met ? 1 : 0,
                   criterion.weight));
  }
  return GateRuleNumber{number};
}

Result<std::optional<StoredGateRule>> newest_gate_rule(sql::Connection& connection,
                                                       eco::Stage stage) {
  auto row = TRY(connection.statement(std::string(kGateRuleColumns) +
                                      "WHERE stage = ? ORDER BY number DESC LIMIT 1"));
  TRY(row.bind(name_of(stage)));
  if (!TRY(row.step())) return std::nullopt;
  return TRY(gate_rule_of_row(connection, row));
}

Result<StoredGateRule> gate_rule(sql::Connection& connection, GateRuleNumber number) {
  auto row = TRY(connection.statement(std::string(kGateRuleColumns) + "WHERE number = ?"));
  TRY(row.bind(number.value));
  if (TRY(row.step())) return gate_rule_of_row(connection, row);
  return fail(ErrorCode::not_found, "there is no such gate rule", std::to_string(number.value));
}

Result<> insert_gate_assessment(sql::Connection& connection, eco::InnovationId id,
                                const StoredAssessment& stored) {
  const auto reviewer = stored.assessment.reviewer.value;
  TRY(TRY(connection.statement(
              "INSERT INTO gate_assessments (innovation, gate_round, reviewer, is_recused, "
              "declaration, comment, at) VALUES (?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (innovation, gate_round, reviewer) DO NOTHING"))
          .run(id.value, stored.gate_round, reviewer, stored.is_recused ? 1 : 0, stored.declaration,
               stored.comment, milliseconds(stored.at)));
  if (connection.changed_rows() == 0) {
    return fail(ErrorCode::conflict, "you have assessed it at this gate; what is given stands",
                "assessment", eco::house_rule(eco::HouseRule::assessed_already));
  }
  auto insert = TRY(connection.statement(
      "INSERT INTO gate_scores (innovation, gate_round, reviewer, ordinal, score) "
      "VALUES (?, ?, ?, ?, ?)"));
  const auto& scores = stored.assessment.scores;
  for (std::size_t ordinal = 0; ordinal < scores.size(); ++ordinal) {
    TRY(insert.run(id.value, stored.gate_round, reviewer, ordinal, scores[ordinal]));
  }
  return {};
}

Result<std::vector<StoredAssessment>> gate_assessments(sql::Connection& connection,
                                                       eco::InnovationId id) {
  auto row = TRY(connection.statement(
      "SELECT gate_round, reviewer, is_recused, declaration, comment, at FROM gate_assessments "
      "WHERE innovation = ? ORDER BY gate_round, at, reviewer"));
  auto score = TRY(connection.statement(
      "SELECT score FROM gate_scores WHERE innovation = ? AND gate_round = ? AND reviewer = ? "
      "ORDER BY ordinal"));
  TRY(row.bind(id.value));
  std::vector<StoredAssessment> assessments;
  while (TRY(row.step())) {
    StoredAssessment stored{.gate_round = row.integer(0),
                            .assessment = {.reviewer = {row.integer(1)}, .scores = {}},
                            .is_recused = row.integer(2) != 0,
                            .declaration = std::string(row.text(3)),
                            .comment = std::string(row.text(4)),
                            .at = moment_of(row.integer(5))};
    TRY(score.bind(id.value, stored.gate_round, stored.assessment.reviewer.value));
    while (TRY(score.step())) {
      const auto given = score.optional_integer(0);
      stored.assessment.scores.push_back(given ? std::optional(static_cast<int>(*given))
                                               : std::nullopt);
    }
    assessments.push_back(std::move(stored));
  }
  return assessments;
}

}  // namespace tributary::store
