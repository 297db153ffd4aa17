#include "sql/migration.h"

#include <string>

#include "sql/transaction.h"

namespace tributary::sql {
namespace {

Result<std::int64_t> newest_applied(Connection& connection) {
  auto newest = TRY(connection.statement("SELECT MAX(number) FROM schema_migrations"));
  TRY(newest.step());
  return newest.integer(0);
}

Result<> refuse_newer(const Connection& connection, std::int64_t applied, std::int64_t known) {
  if (applied <= known) return {};
  return fail(ErrorCode::unsupported,
              "the database was written by a newer version of the program (schema " +
                  std::to_string(applied) + ", this program knows " + std::to_string(known) + ")",
              connection.location().shown());
}

}  // namespace

Result<> migrate(Connection& connection, std::span<const Migration> migrations) {
  const std::int64_t known = migrations.empty() ? 0 : migrations.back().number;
  if (TRY(connection.has_table("schema_migrations"))) {
    const auto applied = TRY(newest_applied(connection));
    TRY(refuse_newer(connection, applied, known));
    if (applied == known) return {};
  }

  auto transaction = TRY(Transaction::begin(connection));
  TRY(migrate_within_transaction(connection, migrations));
  return transaction.commit();
}

Result<> migrate_within_transaction(Connection& connection, std::span<const Migration> migrations) {
  TRY(
      connection.define("CREATE TABLE IF NOT EXISTS schema_migrations ("
                        "number INTEGER PRIMARY KEY, description TEXT NOT NULL)"));
  // Another process may have migrated while this one waited for its turn to write.
  const auto applied = TRY(newest_applied(connection));
  TRY(refuse_newer(connection, applied, migrations.empty() ? 0 : migrations.back().number));
  auto remember = TRY(
      connection.statement("INSERT INTO schema_migrations (number, description) VALUES (?, ?)"));
  for (const auto& migration : migrations) {
    if (migration.number <= applied) continue;
    TRY(in_context("schema migration " + std::to_string(migration.number),
                   connection.define(migration.script)));
    TRY(remember.run(migration.number, std::string_view(migration.description)));
  }
  return {};
}

Result<std::int64_t> schema_number(Connection& connection) {
  if (!TRY(connection.has_table("schema_migrations"))) return 0;
  return newest_applied(connection);
}

}  // namespace tributary::sql
