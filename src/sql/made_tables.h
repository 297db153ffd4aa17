// sql/made_tables.h
//
// What tables migrations make, for what handles all of them alike and knows none by name.
//
//   for (const auto& table : TRY(tables_made_by(kMigrations))) print(table.name, table.columns);
//
// Nothing is read from the database in use: the migrations are applied to an SQLite database in
// memory, which is then asked. So the types are those of the migrations' own words, whatever the
// engine, and a table of somebody else's in the same schema is never taken for ours.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "sql/migration.h"

namespace tributary::sql {

enum class ColumnType : std::uint8_t { integer, real, text, blob };

struct MadeColumn {
  std::string name;
  ColumnType type = ColumnType::integer;
  bool may_be_null = false;
  bool operator==(const MadeColumn&) const = default;
};

struct MadeTable {
  std::string name;
  std::vector<MadeColumn> columns;
  std::vector<std::string> key;   ///< columns of the primary key, in its order
  std::int64_t initial_rows = 0;  ///< that the migrations themselves put in

  /// "a, b, c"
  [[nodiscard]] std::string column_list() const;
};

/// In the order in which they are made, so that what a table refers to comes before it.
/// `schema_migrations` is not among them. Errors: `database` naming the migration that fails, and a
/// table without a primary key or a column of another type, which no migration may make.
Result<std::vector<MadeTable>> tables_made_by(std::span<const Migration> migrations);

}  // namespace tributary::sql
