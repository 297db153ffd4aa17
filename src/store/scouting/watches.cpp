#include "store/scouting/watches.h"

#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::string_view kWatchColumns =
    "SELECT id, account, name, query, created_at, seen_at, seen_record, seen_run FROM watches ";

Watch watch_of_row(const sql::Statement& row) {
  return {.id = {row.integer(0)},
          .account = {row.integer(1)},
          .name = std::string(row.text(2)),
          .query = std::string(row.text(3)),
          .filters = {},
          .created = moment_of(row.integer(4)),
          .seen_at = moment_of(row.integer(5)),
          .seen = {.record = row.integer(6), .run = row.integer(7)}};
}

Result<> read_filters(sql::Connection& connection, Watch& watch) {
  auto row = TRY(connection.statement(
      "SELECT facet, value FROM watch_filters WHERE watch_id = ? ORDER BY ordinal"));
  TRY(row.bind(watch.id.value));
  while (TRY(row.step())) {
    watch.filters.push_back({std::string(row.text(0)), std::string(row.text(1))});
  }
  return {};
}

}  // namespace

Result<WatchId> insert_watch(sql::Connection& connection, const Watch& watch) {
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM watches"));
  TRY(TRY(connection.statement("INSERT INTO watches (id, account, name, query, created_at, "
                               "seen_at, seen_record, seen_run) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
          .run(id, watch.account.value, watch.name, watch.query, milliseconds(watch.created),
               milliseconds(watch.seen_at), watch.seen.record, watch.seen.run));
  std::int64_t ordinal = 0;
  for (const auto& [facet, value] : watch.filters) {
    TRY(TRY(connection.statement(
                "INSERT INTO watch_filters (watch_id, ordinal, facet, value) VALUES (?, ?, ?, ?)"))
            .run(id, ordinal++, facet, value));
  }
  return WatchId{id};
}

Result<Watch> watch_of(sql::Connection& connection, ecosystem::PersonId account, WatchId id) {
  std::optional<Watch> watch;
  {
    auto row =
        TRY(connection.statement(std::string(kWatchColumns) + "WHERE id = ? AND account = ?"));
    TRY(row.bind(id.value, account.value));
    if (TRY(row.step())) watch = watch_of_row(row);
  }
  if (!watch) return fail(ErrorCode::not_found, "there is no such watch", std::to_string(id.value));
  TRY(read_filters(connection, *watch));
  return *std::move(watch);
}

Result<std::vector<Watch>> watches_of(sql::Connection& connection, ecosystem::PersonId account) {
  std::vector<Watch> watches;
  {
    auto row =
        TRY(connection.statement(std::string(kWatchColumns) + "WHERE account = ? ORDER BY id"));
    TRY(row.bind(account.value));
    while (TRY(row.step())) watches.push_back(watch_of_row(row));
  }
  for (auto& watch : watches) TRY(read_filters(connection, watch));
  return watches;
}

Result<> update_seen(sql::Connection& connection, WatchId id, const CatalogueMark& seen,
                     Timestamp at) {
  return TRY(connection.statement(
                 "UPDATE watches SET seen_record = ?, seen_run = ?, seen_at = ? WHERE id = ?"))
      .run(seen.record, seen.run, milliseconds(at), id.value);
}

Result<> remove_watch(sql::Connection& connection, WatchId id) {
  TRY(TRY(connection.statement("DELETE FROM watch_filters WHERE watch_id = ?")).run(id.value));
  return TRY(connection.statement("DELETE FROM watches WHERE id = ?")).run(id.value);
}

Result<> remove_watches_of(sql::Connection& connection, ecosystem::PersonId account) {
  TRY(TRY(connection.statement("DELETE FROM watch_filters WHERE watch_id IN "
                               "(SELECT id FROM watches WHERE account = ?)"))
          .run(account.value));
  return TRY(connection.statement("DELETE FROM watches WHERE account = ?")).run(account.value);
}

}  // namespace tributary::store
