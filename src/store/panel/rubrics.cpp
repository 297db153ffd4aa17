#include "store/panel/rubrics.h"

#include "ecosystem/enum_names.h"
#include "store/innovation/optional_value.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kRubricColumns =
    "SELECT id, stage, title, state, revision, required_assessments, must_meet_score, "
    "threshold_hundredths, gate_rule, created_at, created_by, published_at, published_by "
    "FROM rubrics ";

Result<StoredRubric> rubric_of_row(sql::Connection& connection, const sql::Statement& row) {
  const auto number = [&](int column) { return static_cast<int>(row.integer(column)); };
  StoredRubric stored{
      .id = {row.integer(0)},
      .rubric = {.stage = TRY(eco::enum_from_name(row.text(1), eco::Stage::mainstreamed)),
                 .title = std::string(row.text(2)),
                 .criteria = {},
                 .required_assessments = number(5),
                 .must_meet_score = number(6),
                 .threshold_hundredths = number(7)},
      .revision = {row.integer(4)},
      .created = moment_of(row.integer(9)),
      .created_by = {row.integer(10)}};
  stored.state = TRY(eco::enum_from_name(row.text(3), eco::RubricState::published));
  if (const auto rule = row.optional_integer(8)) stored.gate_rule = GateRuleNumber{*rule};
  if (const auto at = row.optional_integer(11)) stored.published = moment_of(*at);
  if (const auto by = row.optional_integer(12)) stored.published_by = eco::PersonId{*by};
  auto line = TRY(connection.statement(
      "SELECT name, question, must_be_met, weight, anchor_0, anchor_1, anchor_2, anchor_3, "
      "anchor_4 FROM rubric_criteria WHERE rubric = ? ORDER BY ordinal"));
  TRY(line.bind(stored.id.value));
  while (TRY(line.step())) {
    eco::RubricCriterion one{.criterion = {.name = std::string(line.text(0)),
                                           .must_be_met = line.integer(2) != 0,
                                           .weight = static_cast<int>(line.integer(3))},
                             .question = std::string(line.text(1)),
                             .anchors = {}};
    for (std::size_t point = 0; point < eco::kScalePoints; ++point) {
      one.anchors[point] = line.text(4 + static_cast<int>(point));
    }
    stored.rubric.criteria.push_back(std::move(one));
  }
  return stored;
}

Result<> write_criteria(sql::Connection& connection, RubricId id, const eco::Rubric& rubric) {
  TRY(TRY(connection.statement("DELETE FROM rubric_criteria WHERE rubric = ?")).run(id.value));
  auto insert = TRY(connection.statement(
      "INSERT INTO rubric_criteria (rubric, ordinal, name, question, must_be_met, weight, "
      "anchor_0, anchor_1, anchor_2, anchor_3, anchor_4) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < rubric.criteria.size(); ++ordinal) {
    const auto& [criterion, question, anchors] = rubric.criteria[ordinal];
    TRY(insert.run(id.value, ordinal, criterion.name, question, criterion.must_be_met ? 1 : 0,
                   criterion.weight, anchors[0], anchors[1], anchors[2], anchors[3], anchors[4]));
  }
  return {};
}

}  // namespace

Result<RubricId> insert_rubric(sql::Connection& connection, const StoredRubric& stored) {
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM rubrics"));
  const auto& rubric = stored.rubric;
  TRY(TRY(connection.statement(
              "INSERT INTO rubrics (id, stage, title, state, revision, required_assessments, "
              "must_meet_score, threshold_hundredths, gate_rule, created_at, created_by, "
              "published_at, published_by) VALUES (?, ?, ?, 'draft', 1, ?, ?, ?, NULL, ?, ?, NULL, "
              "NULL)"))
          .run(id, name_of(rubric.stage), rubric.title, rubric.required_assessments,
               rubric.must_meet_score, rubric.threshold_hundredths, milliseconds(stored.created),
               stored.created_by.value));
  TRY(write_criteria(connection, {id}, rubric));
  return RubricId{id};
}

Result<StoredRubric> rubric(sql::Connection& connection, RubricId id) {
  auto row = TRY(connection.statement(std::string(kRubricColumns) + "WHERE id = ?"));
  TRY(row.bind(id.value));
  if (TRY(row.step())) return rubric_of_row(connection, row);
  return fail(ErrorCode::not_found, "there is no such rubric", std::to_string(id.value));
}

Result<std::vector<StoredRubric>> rubrics(sql::Connection& connection) {
  auto row = TRY(connection.statement(std::string(kRubricColumns) + "ORDER BY id DESC"));
  TRY(row.bind());
  std::vector<StoredRubric> found;
  while (TRY(row.step())) found.push_back(TRY(rubric_of_row(connection, row)));
  return found;
}

Result<std::optional<StoredRubric>> rubric_of_rule(sql::Connection& connection,
                                                   GateRuleNumber rule) {
  auto row = TRY(connection.statement(std::string(kRubricColumns) + "WHERE gate_rule = ?"));
  TRY(row.bind(rule.value));
  if (!TRY(row.step())) return std::nullopt;
  return TRY(rubric_of_row(connection, row));
}

Result<> update_rubric(sql::Connection& connection, const StoredRubric& stored) {
  const auto& rubric = stored.rubric;
  TRY(TRY(connection.statement(
              "UPDATE rubrics SET stage = ?, title = ?, required_assessments = ?, "
              "must_meet_score = ?, threshold_hundredths = ?, revision = revision + 1 "
              "WHERE id = ? AND state = 'draft'"))
          .run(name_of(rubric.stage), rubric.title, rubric.required_assessments,
               rubric.must_meet_score, rubric.threshold_hundredths, stored.id.value));
  return write_criteria(connection, stored.id, rubric);
}

Result<> publish_rubric(sql::Connection& connection, const StoredRubric& stored) {
  return TRY(connection.statement(
                 "UPDATE rubrics SET state = 'published', gate_rule = ?, published_at = ?, "
                 "published_by = ?, revision = revision + 1 WHERE id = ? AND state = 'draft'"))
      .run(value_of(stored.gate_rule),
           stored.published ? std::optional(milliseconds(*stored.published)) : std::nullopt,
           value_of(stored.published_by), stored.id.value);
}

}  // namespace tributary::store
