#include "store/aims/provider_answers.h"

#include "ecosystem/enum_names.h"
#include "ecosystem/house_rules.h"
#include "store/one_number.h"
#include "store/stored_day.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kAnswerColumns =
    "SELECT a.id, a.provider, a.answered, a.learners, a.learners_reached, a.source, a.revision, "
    "a.recorded_at, a.recorded_by, a.changed_at FROM provider_answers a ";

std::optional<std::int64_t> number_to_bind(const std::optional<std::uint64_t>& number) {
  return number ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
}

std::optional<std::uint64_t> number_in_column(const sql::Statement& row, int column) {
  const auto number = row.optional_integer(column);
  return number ? std::optional(static_cast<std::uint64_t>(*number)) : std::nullopt;
}

/// But for its innovations.
StoredAnswer answer_of_row(const sql::Statement& row) {
  return {.id = {row.integer(0)},
          .stated = {.answer = {.provider = {row.integer(1)},
                                .answered = day_of_number(row.integer(2)),
                                .innovations = {}},
                     .learners = number_in_column(row, 3),
                     .reached = number_in_column(row, 4)},
          .source = std::string(row.text(5)),
          .revision = {row.integer(6)},
          .recorded = moment_of(row.integer(7)),
          .recorded_by = {row.integer(8)},
          .changed = moment_of(row.integer(9))};
}

Result<> read_innovations(sql::Connection& connection, StoredAnswer& answer) {
  auto row =
      TRY(connection.statement("SELECT implemented, type, novelty FROM answered_innovations "
                               "WHERE answer = ? ORDER BY ordinal"));
  TRY(row.bind(answer.id.value));
  while (TRY(row.step())) {
    answer.stated.answer.innovations.push_back(
        {.implemented = day_of_number(row.integer(0)),
         .type = TRY(eco::enum_from_name(row.text(1), eco::OsloType::external_relations)),
         .novelty = TRY(eco::enum_from_name(row.text(2), eco::NoveltyScope::eu))});
  }
  return {};
}

Result<> write_innovations(sql::Connection& connection, AnswerId id,
                           const std::vector<eco::ImplementedInnovation>& innovations) {
  auto insert = TRY(
      connection.statement("INSERT INTO answered_innovations (answer, ordinal, implemented, type, "
                           "novelty) VALUES (?, ?, ?, ?, ?)"));
  for (std::size_t ordinal = 0; ordinal < innovations.size(); ++ordinal) {
    const auto& [implemented, type, novelty] = innovations[ordinal];
    TRY(insert.run(id.value, ordinal, implemented.days_since_epoch(), name_of(type),
                   name_of(novelty)));
  }
  return {};
}

}  // namespace

Result<AnswerId> insert_answer(sql::Connection& connection, const StoredAnswer& answer) {
  const auto id =
      TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM provider_answers"));
  const auto& [stated, learners, reached] = answer.stated;
  TRY(TRY(connection.statement(
              "INSERT INTO provider_answers (id, provider, answered, learners, learners_reached, "
              "source, revision, recorded_at, recorded_by, changed_at) "
              "VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?, ?) "
              "ON CONFLICT (provider, answered) DO NOTHING"))
          .run(id, stated.provider.value, stated.answered.days_since_epoch(),
               number_to_bind(learners), number_to_bind(reached), answer.source,
               milliseconds(answer.recorded), answer.recorded_by.value,
               milliseconds(answer.recorded)));
  if (connection.changed_rows() == 0) {
    return fail(ErrorCode::conflict,
                "there is an answer of this provider from this day; read it, and change it",
                "answered", eco::house_rule(eco::HouseRule::answered_that_day));
  }
  TRY(write_innovations(connection, {id}, stated.innovations));
  return AnswerId{id};
}

Result<std::optional<StoredAnswer>> find_answer(sql::Connection& connection,
                                                eco::ProviderId provider, Date answered) {
  auto row = TRY(connection.statement(std::string(kAnswerColumns) +
                                      "WHERE a.provider = ? AND a.answered = ?"));
  TRY(row.bind(provider.value, answered.days_since_epoch()));
  if (!TRY(row.step())) return std::nullopt;
  auto answer = answer_of_row(row);
  TRY(read_innovations(connection, answer));
  return answer;
}

Result<> update_answer(sql::Connection& connection, const StoredAnswer& answer, Timestamp at) {
  TRY(TRY(connection.statement("UPDATE provider_answers SET learners = ?, learners_reached = ?, "
                               "source = ?, changed_at = ?, revision = revision + 1 WHERE id = ?"))
          .run(number_to_bind(answer.stated.learners), number_to_bind(answer.stated.reached),
               answer.source, milliseconds(at), answer.id.value));
  TRY(TRY(connection.statement("DELETE FROM answered_innovations WHERE answer = ?"))
          .run(answer.id.value));
  return write_innovations(connection, answer.id, answer.stated.answer.innovations);
}

Result<std::vector<StoredAnswer>> answers_in_state(sql::Connection& connection,
                                                   const eco::StateCode& member_state) {
  auto row = TRY(connection.statement(std::string(kAnswerColumns) +
                                      "JOIN vet_providers p ON p.id = a.provider "
                                      "WHERE p.member_state = ? ORDER BY a.answered, a.id"));
  TRY(row.bind(member_state.value));
  std::vector<StoredAnswer> answers;
  while (TRY(row.step())) answers.push_back(answer_of_row(row));
  for (auto& answer : answers) TRY(read_innovations(connection, answer));
  return answers;
}

Result<std::map<eco::StateCode, std::uint64_t>> answering_providers(sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT p.member_state, COUNT(DISTINCT a.provider) FROM provider_answers a "
      "JOIN vet_providers p ON p.id = a.provider GROUP BY p.member_state"));
  std::map<eco::StateCode, std::uint64_t> counts;
  while (TRY(row.step())) {
    counts[{std::string(row.text(0))}] = static_cast<std::uint64_t>(row.integer(1));
  }
  return counts;
}

Result<> append_scope(sql::Connection& connection, const ProviderScope& scope) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM provider_scopes WHERE member_state = ?",
      scope.member_state.value));
  return TRY(connection.statement("INSERT INTO provider_scopes (member_state, number, providers, "
                                  "day, source, at, person) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(scope.member_state.value, number, static_cast<std::int64_t>(scope.providers),
           scope.day.days_since_epoch(), scope.source, milliseconds(scope.at), scope.by.value);
}

Result<std::vector<ProviderScope>> scopes_of(sql::Connection& connection,
                                             const eco::StateCode& member_state) {
  auto row =
      TRY(connection.statement("SELECT providers, day, source, at, person FROM provider_scopes "
                               "WHERE member_state = ? ORDER BY day, number"));
  TRY(row.bind(member_state.value));
  std::vector<ProviderScope> scopes;
  while (TRY(row.step())) {
    scopes.push_back({.member_state = member_state,
                      .providers = static_cast<std::uint64_t>(row.integer(0)),
                      .day = day_of_number(row.integer(1)),
                      .source = std::string(row.text(2)),
                      .at = moment_of(row.integer(3)),
                      .by = {row.integer(4)}});
  }
  return scopes;
}

}  // namespace tributary::store
