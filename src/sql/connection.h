// sql/connection.h
//
// One connection to a database, with its cache of prepared statements.
//
//   auto connection = TRY(Connection::open(Path("data/tributary.db")));
//   auto insert = TRY(connection.statement("INSERT INTO people (id, name) VALUES (?, ?)"));
//   for (const auto& person : people) TRY(insert.run(person.id, person.name));
//
// The location says which of two engines it is. Statements are written once, in what both
// understand, with ? for a parameter.
//
// SQLite, embedded. Settings, and why:
//   write-ahead log, synchronous NORMAL   a killed process loses nothing that was committed; a
//       power cut may lose the last commits but never leaves the file inconsistent, since the log
//       is flushed before a checkpoint writes into the file. A Transaction with
//       Durability::power_cut makes itself and all before it survive a power cut as well.
//   busy timeout                          writers queue instead of failing at once
//   foreign keys enforced; cache and page size bounded by Settings
//
// PostgreSQL, through libpq (docs/decisions/0020-postgresql.md):
//   every commit is as durable as the server's synchronous_commit says, whatever is asked here
//   lock timeout = busy timeout           writers queue likewise
//   a failure inside a transaction ends it: what follows fails until it is rolled back
//   a connection that is lost is not made again; see is_alive()
//
// Thread rule: one thread at a time; as many connections as one likes, in any process.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "sql/location.h"
#include "sql/rows.h"
#include "sql/statement.h"

namespace tributary::sql {

class Engine;

enum class Durability : std::uint8_t {
  process_kill,  ///< a commit survives the death of the process
  power_cut,     ///< and that of the machine; costs a flush to the disk
};

struct Settings {
  std::chrono::milliseconds busy_timeout{30'000};
  // The others are for SQLite.
  std::int64_t cache_bytes = 32 << 20;
  /// Of a new file; an existing one keeps its own. Large, because a record of some kilobytes then
  /// wastes less of its page: imports took a quarter less time than with 4,096.
  std::int64_t page_bytes = 16'384;
  /// Of the log, before a commit carries it over into the file: pages that many transactions touch
  /// are then written there once. Much, as an import has a Checkpointer do it before: a commit
  /// that begins the log anew has to wait for the disk.
  std::int64_t log_bytes = 512 << 20;
};

class Connection {
 public:
  /// Opens the database; a file is created where there is none. Errors: `database` naming the
  /// location, also when a file is no database, when the server cannot be reached, or when it keeps
  /// texts otherwise than in UTF-8.
  static Result<Connection> open(const Location& location, const Settings& settings = {});

  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;
  ~Connection();

  /// Runs statements that have no parameters and no rows, separated by semicolons.
  Result<> execute(const std::string& script);

  /// The same for a script that makes tables, in the words of SQLite. What PostgreSQL has other
  /// words for is put into them where it stands in capital letters: INTEGER (of 64 bits, BIGINT),
  /// REAL (DOUBLE PRECISION), BLOB (BYTEA), TEXT (compared byte by byte: COLLATE "C"); and WITHOUT
  /// ROWID is left out.
  Result<> define(const std::string& script);

  /// A statement from the cache, prepared at its first use. Asking again for one that is still
  /// borrowed prepares a second.
  Result<Statement> statement(std::string_view text, Rows rows = Rows::few);

  Result<bool> has_table(std::string_view name);

  /// Rows that the last INSERT, UPDATE or DELETE touched.
  [[nodiscard]] std::int64_t changed_rows() const;

  /// Frees cached pages that are not in use.
  void release_memory();

  /// Whether a statement can be run at all: false once the server has closed the connection.
  /// REQUIRES: no statement is being stepped through. Does not wait for the server.
  [[nodiscard]] bool is_alive();

  [[nodiscard]] const Location& location() const;

 private:
  friend class Transaction;
  friend class Snapshot;
  struct State;
  explicit Connection(std::unique_ptr<State> state);
  Engine& engine();

  std::unique_ptr<State> state_;
};

}  // namespace tributary::sql
