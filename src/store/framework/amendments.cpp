#include "store/framework/amendments.h"

#include "ecosystem/enum_names.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::string_view kAmendmentColumns =
    "SELECT id, version_id, item_key, before_text, after_text, reason, state, revision, "
    "merged_into, at, person FROM amendments ";

Result<std::vector<AmendmentMove>> moves_of(sql::Connection& connection, AmendmentId id) {
  auto row = TRY(connection.statement(
      "SELECT act, to_state, at, person, reasons FROM amendment_moves WHERE amendment_id = ? "
      "ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<AmendmentMove> moves;
  while (TRY(row.step())) {
    moves.push_back(
        {.act = TRY(ecosystem::enum_from_name(row.text(0), ecosystem::AmendmentAct::merge)),
         .to = TRY(ecosystem::enum_from_name(row.text(1), ecosystem::AmendmentState::merged)),
         .at = moment_of(row.integer(2)),
         .by = {row.integer(3)},
         .reasons = std::string(row.text(4))});
  }
  return moves;
}

Result<Amendment> amendment_of_row(sql::Connection& connection, const sql::Statement& row) {
  Amendment amendment{
      .id = {row.integer(0)},
      .version = {row.integer(1)},
      .item = {std::string(row.text(2))},
      .before = std::string(row.text(3)),
      .after = std::string(row.text(4)),
      .reason = std::string(row.text(5)),
      .state = TRY(ecosystem::enum_from_name(row.text(6), ecosystem::AmendmentState::merged)),
      .revision = {row.integer(7)},
      .at = moment_of(row.integer(9)),
      .by = {row.integer(10)}};
  if (const auto into = row.optional_integer(8)) amendment.merged_into = AmendmentId{*into};
  auto supporter = TRY(connection.statement(
      "SELECT person FROM amendment_supporters WHERE amendment_id = ? ORDER BY at, person"));
  TRY(supporter.bind(amendment.id.value));
  while (TRY(supporter.step())) amendment.supporters.push_back({supporter.integer(0)});
  amendment.moves = TRY(moves_of(connection, amendment.id));
  return amendment;
}

std::optional<std::int64_t> value_of(const std::optional<AmendmentId>& id) {
  return id ? std::optional(id->value) : std::nullopt;
}

}  // namespace

Result<AmendmentId> insert_amendment(sql::Connection& connection, const Amendment& amendment) {
  auto last = TRY(connection.statement("SELECT COALESCE(MAX(id), 0) FROM amendments"));
  TRY(last.bind());
  TRY(last.step());
  const AmendmentId id{last.integer(0) + 1};
  TRY(TRY(connection.statement("INSERT INTO amendments (id, version_id, item_key, before_text, "
                               "after_text, reason, state, revision, at, person) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)"))
          .run(id.value, amendment.version.value, amendment.item.value, amendment.before,
               amendment.after, amendment.reason, name_of(amendment.state),
               milliseconds(amendment.at), amendment.by.value));
  return id;
}

Result<Amendment> amendment(sql::Connection& connection, AmendmentId id) {
  auto row = TRY(connection.statement(std::string(kAmendmentColumns) + "WHERE id = ?"));
  TRY(row.bind(id.value));
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, "there is no such amendment", std::to_string(id.value));
  }
  return amendment_of_row(connection, row);
}

Result<std::vector<Amendment>> amendments(sql::Connection& connection, FrameworkVersionId version) {
  auto row = TRY(
      connection.statement(std::string(kAmendmentColumns) + "WHERE version_id = ? ORDER BY id"));
  TRY(row.bind(version.value));
  std::vector<Amendment> found;
  while (TRY(row.step())) found.push_back(TRY(amendment_of_row(connection, row)));
  return found;
}

Result<> support_amendment(sql::Connection& connection, AmendmentId id, ecosystem::PersonId by,
                           Timestamp at) {
  return TRY(connection.statement(
                 "INSERT INTO amendment_supporters (amendment_id, person, at) VALUES (?, ?, ?) "
                 "ON CONFLICT (amendment_id, person) DO NOTHING"))
      .run(id.value, by.value, milliseconds(at));
}

Result<> record_amendment_move(sql::Connection& connection, const Amendment& amendment,
                               const AmendmentMove& move, std::optional<AmendmentId> merged_into) {
  TRY(TRY(connection.statement("UPDATE amendments SET state = ?, merged_into = ?, "
                               "revision = revision + 1 WHERE id = ?"))
          .run(name_of(move.to), value_of(merged_into), amendment.id.value));
  if (merged_into) {
    TRY(TRY(connection.statement(
                "INSERT INTO amendment_supporters (amendment_id, person, at) "
                "SELECT CAST(? AS BIGINT), person, at FROM amendment_supporters "
                "WHERE amendment_id = ? ON CONFLICT (amendment_id, person) DO NOTHING"))
            .run(merged_into->value, amendment.id.value));
  }
  return TRY(connection.statement("INSERT INTO amendment_moves (amendment_id, number, act, "
                                  "to_state, at, person, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(amendment.id.value, amendment.revision.value, name_of(move.act), name_of(move.to),
           milliseconds(move.at), move.by.value, move.reasons);
}

}  // namespace tributary::store
