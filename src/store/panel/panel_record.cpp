#include "store/panel/panel_record.h"

#include "ecosystem/enum_names.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

Result<std::vector<ReviewerEvent>> reviewer_events(sql::Connection& connection,
                                                   eco::InnovationId id) {
  auto row = TRY(connection.statement(
      "SELECT gate_round, reviewer, kind, text, at, person FROM reviewer_events "
      "WHERE innovation = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<ReviewerEvent> events;
  while (TRY(row.step())) {
    const auto kind = TRY(eco::enum_from_name(row.text(2), eco::ReviewerEventKind::released));
    events.push_back({.gate_round = row.integer(0),
                      .reviewer = {row.integer(1)},
                      .kind = kind,
                      .text = std::string(row.text(3)),
                      .at = moment_of(row.integer(4)),
                      .by = {row.integer(5)}});
  }
  return events;
}

Result<std::vector<Calibration>> calibrations_of(sql::Connection& connection,
                                                 eco::InnovationId id) {
  auto row =
      TRY(connection.statement("SELECT gate_round, number, reasons, at, person FROM calibrations "
                               "WHERE innovation = ? ORDER BY gate_round, number"));
  TRY(row.bind(id.value));
  std::vector<Calibration> found;
  while (TRY(row.step())) {
    found.push_back({.gate_round = row.integer(0),
                     .number = row.integer(1),
                     .reasons = std::string(row.text(2)),
                     .at = moment_of(row.integer(3)),
                     .by = {row.integer(4)}});
  }
  return found;
}

Result<std::vector<CalibratedAssessment>> calibrated_of(sql::Connection& connection,
                                                        eco::InnovationId id) {
  auto row = TRY(connection.statement(
      "SELECT gate_round, calibration, reviewer, comment, at FROM calibrated_assessments "
      "WHERE innovation = ? ORDER BY gate_round, calibration, at, reviewer"));
  auto score = TRY(connection.statement(
      "SELECT score FROM calibrated_scores WHERE innovation = ? AND gate_round = ? "
      "AND calibration = ? AND reviewer = ? ORDER BY ordinal"));
  TRY(row.bind(id.value));
  std::vector<CalibratedAssessment> found;
  while (TRY(row.step())) {
    CalibratedAssessment stored{.gate_round = row.integer(0),
                                .calibration = row.integer(1),
                                .assessment = {.reviewer = {row.integer(2)}, .scores = {}},
                                .comment = std::string(row.text(3)),
                                .at = moment_of(row.integer(4))};
    TRY(score.bind(id.value, stored.gate_round, stored.calibration,
                   stored.assessment.reviewer.value));
    while (TRY(score.step())) {
      const auto given = score.optional_integer(0);
      stored.assessment.scores.push_back(given ? std::optional(static_cast<int>(*given))
                                               : std::nullopt);
    }
    found.push_back(std::move(stored));
  }
  return found;
}

}  // namespace

Result<PanelRecord> panel_record(sql::Connection& connection, eco::InnovationId id) {
  PanelRecord record;
  record.events = TRY(reviewer_events(connection, id));
  record.calibrations = TRY(calibrations_of(connection, id));
  record.calibrated = TRY(calibrated_of(connection, id));
  return record;
}

Result<> append_reviewer_event(sql::Connection& connection, eco::InnovationId id,
                               const ReviewerEvent& event) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM reviewer_events WHERE innovation = ?",
      id.value));
  return TRY(connection.statement("INSERT INTO reviewer_events (innovation, number, gate_round, "
                                  "reviewer, kind, text, at, person) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
      .run(id.value, number, event.gate_round, event.reviewer.value, name_of(event.kind),
           event.text, milliseconds(event.at), event.by.value);
}

Result<> insert_calibration(sql::Connection& connection, eco::InnovationId id,
                            const Calibration& calibration) {
  return TRY(connection.statement("INSERT INTO calibrations (innovation, gate_round, number, "
                                  "reasons, at, person) VALUES (?, ?, ?, ?, ?, ?)"))
      .run(id.value, calibration.gate_round, calibration.number, calibration.reasons,
           milliseconds(calibration.at), calibration.by.value);
}

Result<> insert_calibrated_assessment(sql::Connection& connection, eco::InnovationId id,
                                      const CalibratedAssessment& stored) {
  const auto& [reviewer, scores] = stored.assessment;
  TRY(TRY(connection.statement(
              "INSERT INTO calibrated_assessments (innovation, gate_round, calibration, reviewer, "
              "comment, at) VALUES (?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (innovation, gate_round, calibration, reviewer) DO NOTHING"))
          .run(id.value, stored.gate_round, stored.calibration, reviewer.value, stored.comment,
               milliseconds(stored.at)));
  if (connection.changed_rows() == 0) {
    return fail(ErrorCode::conflict, "you have scored it in this calibration; what is given stands",
                "assessment");
  }
  auto insert = TRY(connection.statement(
      "INSERT INTO calibrated_scores (innovation, gate_round, calibration, reviewer, ordinal, "
      "score) VALUES (?, ?, ?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < scores.size(); ++ordinal) {
    TRY(insert.run(id.value, stored.gate_round, stored.calibration, reviewer.value, ordinal,
                   scores[ordinal]));
  }
  return {};
}

Result<> insert_score_comments(sql::Connection& connection, const SheetKey& key,
                               const std::vector<std::string>& comments) {
  auto insert = TRY(connection.statement(
      "INSERT INTO score_comments (innovation, gate_round, calibration, reviewer, ordinal, "
      "comment) VALUES (?, ?, ?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < comments.size(); ++ordinal) {
    if (comments[ordinal].empty()) continue;
    TRY(insert.run(key.innovation.value, key.gate_round, key.calibration, key.reviewer.value,
                   ordinal, comments[ordinal]));
  }
  return {};
}

Result<std::vector<std::string>> score_comments(sql::Connection& connection, const SheetKey& key,
                                                std::size_t criteria) {
  auto row = TRY(connection.statement(
      "SELECT ordinal, comment FROM score_comments WHERE innovation = ? AND gate_round = ? "
      "AND calibration = ? AND reviewer = ?"));
  TRY(row.bind(key.innovation.value, key.gate_round, key.calibration, key.reviewer.value));
  std::vector<std::string> comments(criteria);
  while (TRY(row.step())) {
    const auto ordinal = static_cast<std::size_t>(row.integer(0));
    if (ordinal < criteria) comments[ordinal] = row.text(1);
  }
  return comments;
}

}  // namespace tributary::store
