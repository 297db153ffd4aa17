// sql/prepared_statement.h: what a connection's cache holds. Not for other layers.
#pragma once

#include <string>
#include <variant>

#include "sql/postgresql/postgresql_statement.h"
#include "sql/sqlite/sqlite_statement.h"

namespace tributary::sql {

/// The two have the same functions, told in statement.h. A variant rather than an interface: an
/// import binds ten million values a minute, and the compiler sees through a variant.
using EngineStatement = std::variant<SqliteStatement, PostgresqlStatement>;

struct PreparedStatement {
  EngineStatement engine;
  bool borrowed = false;
  bool kept = true;  ///< false: a second copy, which ends when it is given back
};

}  // namespace tributary::sql
