#include "store/mainstreaming/cases.h"

#include <limits>

#include "ecosystem/enum_names.h"
#include "store/innovation/optional_value.h"
#include "store/one_number.h"
#include "store/stored_day.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kCaseColumns =
    "c.id, c.innovation, c.member_state, c.lever, c.competent_authority, c.cost_at_scale, c.risks, "
    "c.equity, c.in_force_from, c.state, c.revision, c.prepared_at, c.prepared_by, c.changed_at";
constexpr int kCaseColumnCount = 14;

Result<StoredCase> case_of_row(const sql::Statement& row) {
  StoredCase stored{
      .id = {row.integer(0)},
      .content = {.innovation = {row.integer(1)},
                  .state = {std::string(row.text(2))},
                  .lever = TRY(eco::enum_from_name(row.text(3), eco::Lever::guidance)),
                  .competent_authority = std::string(row.text(4)),
                  .checklist = {},
                  .risks = std::string(row.text(6)),
                  .equity = std::string(row.text(7)),
                  .in_force_from = day_in_column(row, 8)},
      .state = TRY(eco::enum_from_name(row.text(9), eco::CaseState::closed)),
      .revision = {row.integer(10)},
      .prepared = moment_of(row.integer(11)),
      .prepared_by = {row.integer(12)},
      .changed = moment_of(row.integer(13))};
  if (const auto cents = row.optional_integer(5)) stored.content.cost_at_scale = Money{*cents};
  return stored;
}

std::optional<std::int64_t> cents_of(const std::optional<Money>& amount) {
  return amount ? std::optional(amount->cents) : std::nullopt;
}

Result<> read_checklist(sql::Connection& connection, StoredCase& stored) {
  auto row = TRY(connection.statement(
      "SELECT answer, evidence FROM mainstreaming_checklists WHERE case_id = ? ORDER BY item"));
  TRY(row.bind(stored.id.value));
  for (auto& line : stored.content.checklist) {
    if (!TRY(row.step())) break;
    line = {.answer = TRY(eco::enum_from_name(row.text(0), eco::ChecklistAnswer::yes)),
            .evidence = std::string(row.text(1))};
  }
  return {};
}

Result<> write_checklist(sql::Connection& connection, CaseId id, const eco::Checklist& checklist) {
  auto put = TRY(connection.statement(
      "INSERT INTO mainstreaming_checklists (case_id, item, answer, evidence) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (case_id, item) DO UPDATE SET answer = excluded.answer, "
      "evidence = excluded.evidence"));
  for (std::size_t item = 0; item < checklist.size(); ++item) {
    TRY(put.run(id.value, item, name_of(checklist[item].answer), checklist[item].evidence));
  }
  return {};
}

/// The condition, and the texts that it compares with in their order.
struct CaseCondition {
  std::string text;
  std::vector<std::string> values;
};

CaseCondition condition_of(const CaseFilter& filter) {
  CaseCondition condition{.text = "WHERE 1 = 1", .values = {}};
  const auto compare = [&](std::string_view column, std::string_view value) {
    condition.text += " AND " + std::string(column) + " = ?";
    condition.values.emplace_back(value);
  };
  if (!filter.member_state.value.empty()) compare("c.member_state", filter.member_state.value);
  if (filter.state) compare("c.state", name_of(*filter.state));
  if (filter.lever) compare("c.lever", name_of(*filter.lever));
  if (filter.innovation) {
    condition.text += " AND c.innovation = " + std::to_string(filter.innovation->value);
  }
  return condition;
}

/// Answers the number of the next parameter.
Result<int> bind_condition(sql::Statement& statement, const CaseCondition& condition) {
  int parameter = 1;
  for (const auto& value : condition.values) TRY(statement.bind_from(parameter++, value));
  return parameter;
}

}  // namespace

Result<CaseId> insert_case(sql::Connection& connection, const StoredCase& stored) {
  const auto id =
      TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM mainstreaming_cases"));
  const auto& content = stored.content;
  TRY(TRY(connection.statement(
              "INSERT INTO mainstreaming_cases (id, innovation, member_state, lever, "
              "competent_authority, cost_at_scale, risks, equity, in_force_from, state, revision, "
              "prepared_at, prepared_by, changed_at) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, 'prepared', 1, ?, ?, ?)"))
          .run(id, content.innovation.value, content.state.value, name_of(content.lever),
               content.competent_authority, cents_of(content.cost_at_scale), content.risks,
               content.equity, milliseconds(stored.prepared), stored.prepared_by.value,
               milliseconds(stored.prepared)));
  TRY(write_checklist(connection, {id}, content.checklist));
  return CaseId{id};
}

Result<StoredCase> mainstreaming_case(sql::Connection& connection, CaseId id) {
  auto row = TRY(connection.statement("SELECT " + std::string(kCaseColumns) +
                                      " FROM mainstreaming_cases c WHERE c.id = ?"));
  TRY(row.bind(id.value));
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, "there is no such mainstreaming case",
                std::to_string(id.value));
  }
  auto stored = TRY(case_of_row(row));
  TRY(read_checklist(connection, stored));
  return stored;
}

Result<> update_case(sql::Connection& connection, const StoredCase& stored, Timestamp at) {
  const auto& content = stored.content;
  TRY(TRY(connection.statement(
              "UPDATE mainstreaming_cases SET lever = ?, competent_authority = ?, "
              "cost_at_scale = ?, risks = ?, equity = ?, in_force_from = ?, state = ?, "
              "changed_at = ?, revision = revision + 1 WHERE id = ?"))
          .run(name_of(content.lever), content.competent_authority, cents_of(content.cost_at_scale),
               content.risks, content.equity, day_to_bind(content.in_force_from),
               name_of(stored.state), milliseconds(at), stored.id.value));
  return write_checklist(connection, stored.id, content.checklist);
}

Result<> insert_case_move(sql::Connection& connection, const StoredCase& from,
                          const CaseMove& move) {
  return TRY(connection.statement(
                 "INSERT INTO mainstreaming_moves (case_id, number, act, from_state, to_state, "
                 "reasons, in_force_from, role, at, person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"))
      .run(from.id.value, from.revision.value, name_of(move.act), name_of(move.from),
           name_of(move.to), move.reasons, day_to_bind(move.in_force_from), name_of(move.role),
           milliseconds(move.at), move.by.value);
}

Result<std::vector<CaseMove>> case_moves(sql::Connection& connection, CaseId id) {
  auto row = TRY(connection.statement(
      "SELECT act, from_state, to_state, reasons, in_force_from, role, at, person "
      "FROM mainstreaming_moves WHERE case_id = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<CaseMove> moves;
  while (TRY(row.step())) {
    moves.push_back({.act = TRY(eco::enum_from_name(row.text(0), eco::CaseAct::close)),
                     .from = TRY(eco::enum_from_name(row.text(1), eco::CaseState::closed)),
                     .to = TRY(eco::enum_from_name(row.text(2), eco::CaseState::closed)),
                     .reasons = std::string(row.text(3)),
                     .in_force_from = day_in_column(row, 4),
                     .role = TRY(eco::enum_from_name(row.text(5), eco::Role::administrator)),
                     .at = moment_of(row.integer(6)),
                     .by = {row.integer(7)}});
  }
  return moves;
}

Result<std::set<CaseId>> cases_concerning(sql::Connection& connection, eco::PersonId person,
                                          std::span<const eco::StateCode> states) {
  static constexpr std::string_view kGoingOn =
      "SELECT c.id FROM mainstreaming_cases c "
      "WHERE c.state NOT IN ('declined', 'ended', 'closed') AND ";
  std::set<CaseId> found;
  auto of_team = TRY(connection.statement(
      std::string(kGoingOn) +
      "EXISTS (SELECT 1 FROM innovation_team t WHERE t.innovation = c.innovation "
      "AND t.person = ? AND t.role = 'innovator' AND t.kind = 'joined' AND NOT EXISTS "
      "(SELECT 1 FROM innovation_team later WHERE later.innovation = t.innovation "
      "AND later.person = t.person AND later.role = t.role AND later.number > t.number))"));
  TRY(of_team.bind(person.value));
  while (TRY(of_team.step())) found.insert({of_team.integer(0)});
  auto of_state = TRY(connection.statement(std::string(kGoingOn) + "c.member_state = ?"));
  for (const auto& state : states) {
    TRY(of_state.bind(state.value));
    while (TRY(of_state.step())) found.insert({of_state.integer(0)});
  }
  return found;
}

Result<CasePage> find_cases(sql::Connection& connection, const CaseFilter& filter,
                            std::optional<CaseId> after, std::uint64_t limit) {
  const auto condition = condition_of(filter);
  CasePage page;
  auto count =
      TRY(connection.statement("SELECT COUNT(*) FROM mainstreaming_cases c " + condition.text));
  TRY(bind_condition(count, condition));
  TRY(count.step());
  page.total = count.integer(0);

  auto row = TRY(connection.statement("SELECT " + std::string(kCaseColumns) +
                                      ", t.title FROM mainstreaming_cases c "
                                      "JOIN innovations i ON i.id = c.innovation "
                                      "JOIN innovation_texts t ON t.innovation = i.id "
                                      "AND t.number = i.text_number " +
                                      condition.text + " AND c.id < ? ORDER BY c.id DESC LIMIT ?"));
  const auto next = TRY(bind_condition(row, condition));
  TRY(row.bind_from(next, after ? after->value : std::numeric_limits<std::int64_t>::max(), limit));
  while (TRY(row.step())) {
    page.cases.push_back({TRY(case_of_row(row)), std::string(row.text(kCaseColumnCount))});
    TRY(read_checklist(connection, page.cases.back().stored));
  }
  return page;
}

}  // namespace tributary::store
