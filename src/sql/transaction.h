// sql/transaction.h
#pragma once

#include <utility>

#include "base/result.h"
#include "sql/connection.h"

namespace tributary::sql {

/// A transaction that writes, rolled back unless it is committed. It takes the writer's place at
/// its beginning (SQLite: BEGIN IMMEDIATE; PostgreSQL: a lock that all writers of a schema share)
/// and waits there for as long as the busy timeout says, so that no later statement can find the
/// database busy or changed under it, and nothing has to be done twice. REQUIRES: the connection
/// outlives it and has no other transaction.
class Transaction {
 public:
  /// Errors: `database` when other writers did not finish in time.
  static Result<Transaction> begin(Connection& connection,
                                   Durability durability = Durability::process_kill);

  Transaction(Transaction&& other) noexcept
      : connection_(std::exchange(other.connection_, nullptr)),
        are_foreign_keys_deferred_(other.are_foreign_keys_deferred_) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  /// Has foreign keys checked later, so that rows may come in any order. REQUIRES: what refers was
  /// made in this transaction.
  Result<> defer_foreign_keys();
  /// Checks what was deferred, here or at the latest in commit(). To be called before a table that
  /// rows were put into is altered, as PostgreSQL refuses that until then.
  Result<> check_foreign_keys();

  Result<> commit();

 private:
  explicit Transaction(Connection* connection) : connection_(connection) {}

  Connection* connection_;
  bool are_foreign_keys_deferred_ = false;
};

/// A transaction that only reads: every statement inside sees the same state of the database.
class Snapshot {
 public:
  static Result<Snapshot> begin(Connection& connection);

  Snapshot(Snapshot&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
  Snapshot& operator=(Snapshot&&) = delete;
  ~Snapshot();

 private:
  explicit Snapshot(Connection* connection) : connection_(connection) {}

  Connection* connection_;
};

}  // namespace tributary::sql
