// sql/engine.h: what a connection asks of SQLite or PostgreSQL. Not for other layers.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sql/connection.h"
#include "sql/prepared_statement.h"

namespace tributary::sql {

/// One open connection. What it prepared ends before it. Thread rule: one thread at a time. Errors
/// everywhere: `database`, naming the location and the statement.
class Engine {
 public:
  virtual ~Engine() = default;

  virtual Result<> execute(const std::string& script) = 0;
  /// A script that makes tables, in the words of SQLite: Connection::define().
  virtual Result<> define(const std::string& script) = 0;
  virtual Result<EngineStatement> prepare(std::string_view text, Rows rows) = 0;

  /// Takes the writer's place, or waits for it. Errors: `database` also when a transaction is open.
  virtual Result<> begin_to_write(Durability durability) = 0;
  /// Begins a transaction that sees one state of the database throughout.
  virtual Result<> begin_to_read() = 0;
  /// Of the transaction that is open: not checked before check_foreign_keys().
  virtual Result<> defer_foreign_keys() = 0;
  virtual Result<> check_foreign_keys() = 0;
  virtual Result<> commit() = 0;
  virtual Result<> roll_back() = 0;

  virtual Result<bool> has_table(std::string_view name) = 0;
  [[nodiscard]] virtual std::int64_t changed_rows() const = 0;
  virtual void release_memory() = 0;
  [[nodiscard]] virtual bool is_alive() = 0;
};

}  // namespace tributary::sql
