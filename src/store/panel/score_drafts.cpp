#include "store/panel/score_drafts.h"

#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::string_view kOfSheet =
    " WHERE innovation = ? AND gate_round = ? AND calibration = ? AND reviewer = ?";

Result<sql::Statement> of_sheet(sql::Connection& connection, std::string_view begins,
                                const SheetKey& key, std::string_view ends = "") {
  auto statement =
      TRY(connection.statement(std::string(begins) + std::string(kOfSheet) + std::string(ends)));
  TRY(statement.bind(key.innovation.value, key.gate_round, key.calibration, key.reviewer.value));
  return statement;
}

Result<> delete_lines(sql::Connection& connection, const SheetKey& key) {
  auto statement = TRY(of_sheet(connection, "DELETE FROM score_draft_lines", key));
  TRY(statement.step());
  return {};
}

}  // namespace

Result<ScoreDraft> score_draft(sql::Connection& connection, const SheetKey& key) {
  ScoreDraft draft;
  auto row = TRY(of_sheet(connection, "SELECT revision, comment, at FROM score_drafts", key));
  if (!TRY(row.step())) return draft;
  draft.revision = row.integer(0);
  draft.comment = row.text(1);
  draft.at = moment_of(row.integer(2));
  auto line = TRY(of_sheet(connection, "SELECT is_answered, score, comment FROM score_draft_lines",
                           key, " ORDER BY ordinal"));
  while (TRY(line.step())) {
    const auto score = line.optional_integer(1);
    draft.lines.push_back({.is_answered = line.integer(0) != 0,
                           .score = score ? std::optional(static_cast<int>(*score)) : std::nullopt,
                           .comment = std::string(line.text(2))});
  }
  return draft;
}

Result<> save_score_draft(sql::Connection& connection, const SheetKey& key,
                          const ScoreDraft& draft) {
  TRY(TRY(connection.statement(
              "INSERT INTO score_drafts (innovation, gate_round, calibration, reviewer, revision, "
              "comment, at) VALUES (?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (innovation, gate_round, calibration, reviewer) DO UPDATE SET "
              "revision = excluded.revision, comment = excluded.comment, at = excluded.at"))
          .run(key.innovation.value, key.gate_round, key.calibration, key.reviewer.value,
               draft.revision + 1, draft.comment, milliseconds(draft.at)));
  TRY(delete_lines(connection, key));
  auto insert = TRY(connection.statement(
      "INSERT INTO score_draft_lines (innovation, gate_round, calibration, reviewer, ordinal, "
      "is_answered, score, comment) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < draft.lines.size(); ++ordinal) {
    const auto& line = draft.lines[ordinal];
    TRY(insert.run(key.innovation.value, key.gate_round, key.calibration, key.reviewer.value,
                   ordinal, line.is_answered ? 1 : 0, line.score, line.comment));
  }
  return {};
}

Result<> delete_score_draft(sql::Connection& connection, const SheetKey& key) {
  TRY(delete_lines(connection, key));
  auto statement = TRY(of_sheet(connection, "DELETE FROM score_drafts", key));
  TRY(statement.step());
  return {};
}

}  // namespace tributary::store
