// sql/migration.h
//
// Brings a database to the schema that this program knows.
//
//   constexpr std::array kMigrations{sql::Migration{1, "first tables", "CREATE TABLE …"}};
//   TRY(sql::migrate(connection, kMigrations));
#pragma once

#include <cstdint>
#include <span>

#include "base/result.h"
#include "sql/connection.h"

namespace tributary::sql {

/// One step of the schema. Once released it is never edited: a correction is a new step.
struct Migration {
  std::int64_t number;      ///< 1, 2, 3 … without gaps
  const char* description;  ///< kept in the table `schema_migrations`
  const char* script;       ///< as for Connection::define()
};

/// Applies the steps that the database does not have yet, all in one transaction. Safe when several
/// processes start at once. Errors: `unsupported` when the database has steps that this program
/// does not know; `database` naming the step that failed, with nothing applied.
Result<> migrate(Connection& connection, std::span<const Migration> migrations);

/// The same for who has a transaction already, of which it becomes a part. REQUIRES: an open
/// Transaction.
Result<> migrate_within_transaction(Connection& connection, std::span<const Migration> migrations);

/// The number of the newest step that was applied; 0 where there is none.
Result<std::int64_t> schema_number(Connection& connection);

}  // namespace tributary::sql
