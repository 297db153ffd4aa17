// sql/sqlite/sqlite_statement.h: a statement of SQLite, as statement.h promises it. Not for other
// layers.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "sql/engine_error.h"

namespace tributary::sql {

/// What SQLite says of its last failure.
inline Error sqlite_error(sqlite3* database, const std::string& location,
                          std::string_view statement) {
  return engine_error(database == nullptr ? "out of memory" : sqlite3_errmsg(database), location,
                      statement);
}

class SqliteStatement {
 public:
  /// Owns `statement`. REQUIRES: `location` outlives it.
  SqliteStatement(sqlite3_stmt* statement, const std::string& location)
      : statement_(statement), location_(&location) {}
  SqliteStatement(SqliteStatement&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)), location_(other.location_) {}
  SqliteStatement& operator=(SqliteStatement&&) = delete;
  ~SqliteStatement() { sqlite3_finalize(statement_); }

  void reset() { sqlite3_reset(statement_); }
  void forget_values() { sqlite3_clear_bindings(statement_); }

  Result<bool> step() {
    const int outcome = sqlite3_step(statement_);
    if (outcome == SQLITE_ROW) return true;
    if (outcome == SQLITE_DONE) return false;
    auto failure = error();
    sqlite3_reset(statement_);
    return std::unexpected(std::move(failure));
  }

  [[nodiscard]] Error error() const {
    return sqlite_error(sqlite3_db_handle(statement_), *location_, sqlite3_sql(statement_));
  }

  [[nodiscard]] int column_count() const { return sqlite3_column_count(statement_); }
  [[nodiscard]] std::int64_t integer(int column) const {
    return sqlite3_column_int64(statement_, column);
  }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(statement_, column); }
  [[nodiscard]] std::string_view text(int column) const {
    const auto* begin = sqlite3_column_text(statement_, column);
    if (begin == nullptr) return {};
    return {reinterpret_cast<const char*>(begin), column_bytes(column)};
  }
  [[nodiscard]] std::string_view blob(int column) const {
    const void* begin = sqlite3_column_blob(statement_, column);
    if (begin == nullptr) return {};
    return {static_cast<const char*>(begin), column_bytes(column)};
  }
  [[nodiscard]] bool is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
  }

  [[nodiscard]] int parameter_count() const { return sqlite3_bind_parameter_count(statement_); }
  bool bind_integer(int parameter, std::int64_t value) {
    return sqlite3_bind_int64(statement_, parameter, value) == SQLITE_OK;
  }
  bool bind_real(int parameter, double value) {
    return sqlite3_bind_double(statement_, parameter, value) == SQLITE_OK;
  }
  // A null pointer would bind NULL, where an empty text is meant.
  bool bind_text(int parameter, std::string_view value) {
    return sqlite3_bind_text64(statement_, parameter, value.empty() ? "" : value.data(),
                               value.size(), SQLITE_STATIC, SQLITE_UTF8) == SQLITE_OK;
  }
  bool bind_blob(int parameter, std::string_view value) {
    return sqlite3_bind_blob64(statement_, parameter, value.empty() ? "" : value.data(),
                               value.size(), SQLITE_STATIC) == SQLITE_OK;
  }
  bool bind_null(int parameter) { return sqlite3_bind_null(statement_, parameter) == SQLITE_OK; }

 private:
  [[nodiscard]] std::size_t column_bytes(int column) const {
    return static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  }

  sqlite3_stmt* statement_;
  const std::string* location_;
};

}  // namespace tributary::sql
