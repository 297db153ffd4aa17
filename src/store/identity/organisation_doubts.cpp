#include "store/identity/organisation_doubts.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "ecosystem/enum_names.h"
#include "sql/insert_rows.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::array<std::string_view, 2> kStateNames{"open", "apart"};

/// What both lists of open ones read from; its parameters are the country, three times.
constexpr std::string_view kOpen =
    "FROM organisation_doubts d "
    "JOIN organisations a ON a.id = d.one_id JOIN organisations b ON b.id = d.other_id "
    "LEFT JOIN organisation_members m ON m.member_id = d.one_id "
    "LEFT JOIN organisation_members n ON n.member_id = d.other_id "
    "WHERE d.state = 'open' AND COALESCE(m.organisation_id, d.one_id) <> "
    "COALESCE(n.organisation_id, d.other_id) AND (? = '' OR a.country = ? OR b.country = ?) ";

/// Whether either is one of two organisations, or part of one of them; its parameters are the two,
/// twice.
constexpr std::string_view kBothWithin =
    "COALESCE((SELECT organisation_id FROM organisation_members WHERE member_id = one_id), one_id) "
    "IN (?, ?) AND COALESCE((SELECT organisation_id FROM organisation_members "
    "WHERE member_id = other_id), other_id) IN (?, ?)";

}  // namespace

std::string_view name_of(DoubtState state) { return kStateNames[static_cast<std::size_t>(state)]; }

OrganisationPair pair_of(OrganisationId one, OrganisationId other) {
  return std::minmax(one.value, other.value);
}

Result<> ask_about(sql::Connection& connection, const OrganisationDoubt& doubt) {
  const auto [one, other] = pair_of(doubt.one, doubt.other);
  return TRY(connection.statement(
                 "INSERT INTO organisation_doubts (one_id, other_id, state, score, features, at) "
                 "VALUES (?, ?, 'open', ?, ?, ?) ON CONFLICT (one_id, other_id) DO UPDATE SET "
                 "score = excluded.score, features = excluded.features"))
      .run(one, other, doubt.score, doubt.features, milliseconds(doubt.at));
}

Result<> keep_apart(sql::Connection& connection, OrganisationId one, OrganisationId other,
                    Timestamp at) {
  const auto [low, high] = pair_of(one, other);
  return TRY(connection.statement(
                 "INSERT INTO organisation_doubts (one_id, other_id, state, score, features, at) "
                 "VALUES (?, ?, 'apart', 0, '', ?) ON CONFLICT (one_id, other_id) DO UPDATE SET "
                 "state = 'apart', at = excluded.at"))
      .run(low, high, milliseconds(at));
}

Result<> answer_doubts_between(sql::Connection& connection, OrganisationId one,
                               OrganisationId other, Timestamp at) {
  auto answer = TRY(connection.statement(
      "UPDATE organisation_doubts SET state = 'apart', at = ? WHERE state = 'open' AND " +
      std::string(kBothWithin)));
  return answer.run(milliseconds(at), one.value, other.value, one.value, other.value);
}

Result<> ask_again_between(sql::Connection& connection, OrganisationId one, OrganisationId other,
                           Timestamp answered) {
  const auto at = milliseconds(answered);
  // Those that nobody had been asked about have no score.
  const std::string found = "state = 'apart' AND at = ? AND " + std::string(kBothWithin);
  TRY(TRY(connection.statement("DELETE FROM organisation_doubts WHERE score = 0 AND " + found))
          .run(at, one.value, other.value, one.value, other.value));
  TRY(TRY(connection.statement("UPDATE organisation_doubts SET state = 'open' WHERE " + found))
          .run(at, one.value, other.value, one.value, other.value));
  return TRY(connection.statement(
                 "DELETE FROM organisation_compared WHERE organisation_id IN (?, ?)"))
      .run(one.value, other.value);
}

Result<> forget_doubt(sql::Connection& connection, OrganisationId one, OrganisationId other) {
  const auto [low, high] = pair_of(one, other);
  return TRY(connection.statement(
                 "DELETE FROM organisation_doubts WHERE one_id = ? AND other_id = ?"))
      .run(low, high);
}

Result<std::set<OrganisationPair>> kept_apart(sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT one_id, other_id FROM organisation_doubts WHERE state = 'apart'"));
  TRY(row.bind());
  std::set<OrganisationPair> pairs;
  while (TRY(row.step())) pairs.emplace(row.integer(0), row.integer(1));
  return pairs;
}

Result<std::vector<OrganisationDoubt>> open_doubts(sql::Connection& connection,
                                                   std::string_view country, std::uint64_t offset,
                                                   std::uint64_t limit) {
  auto row = TRY(connection.statement(
      "SELECT d.one_id, d.other_id, d.score, d.features, d.at " + std::string(kOpen) +
      "ORDER BY d.score DESC, d.one_id, d.other_id LIMIT ? OFFSET ?"));
  TRY(row.bind(country, country, country, static_cast<std::int64_t>(limit),
               static_cast<std::int64_t>(offset)));
  std::vector<OrganisationDoubt> doubts;
  while (TRY(row.step())) {
    doubts.push_back({.one = {row.integer(0)},
                      .other = {row.integer(1)},
                      .state = DoubtState::open,
                      .score = row.real(2),
                      .features = std::string(row.text(3)),
                      .at = moment_of(row.integer(4))});
  }
  return doubts;
}

Result<std::uint64_t> count_open_doubts(sql::Connection& connection, std::string_view country) {
  return static_cast<std::uint64_t>(TRY(
      one_number(connection, "SELECT COUNT(*) " + std::string(kOpen), country, country, country)));
}

Result<std::vector<std::pair<std::int64_t, std::int64_t>>> compared_statements(
    sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT organisation_id, stated_hash FROM organisation_compared ORDER BY organisation_id",
      sql::Rows::many));
  TRY(row.bind());
  std::vector<std::pair<std::int64_t, std::int64_t>> hashes;
  while (TRY(row.step())) hashes.emplace_back(row.integer(0), row.integer(1));
  return hashes;
}

Result<> note_compared(sql::Connection& connection,
                       const std::vector<std::pair<std::int64_t, std::int64_t>>& hashes) {
  return sql::insert_rows(
      connection, "organisation_compared (organisation_id, stated_hash)", hashes,
      [](const auto& row) { return std::tuple(row.first, row.second); },
      "ON CONFLICT (organisation_id) DO UPDATE SET stated_hash = excluded.stated_hash");
}

}  // namespace tributary::store
