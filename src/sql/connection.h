// sql/connection.h
//
// One connection to a database, with its cache of prepared statements.
//
//   auto connection = TRY(Connection::open("data/tributary.db"));
//   auto insert = TRY(connection.statement("INSERT INTO people (id, name) VALUES (?, ?)"));
//   for (const auto& person : people) TRY(insert.run(person.id, person.name));
//
// The engine is SQLite 3, embedded. Settings, and why:
//   write-ahead log, synchronous NORMAL   a killed process loses nothing that was committed; a
//   power
//       cut may lose the last commits but never leaves the file inconsistent, since the log is
//       flushed before a checkpoint writes into the file. A Transaction with Durability::power_cut
//       makes itself and all before it survive a power cut as well.
//   busy timeout                          writers queue instead of failing at once
//   foreign keys enforced; cache and page size bounded by Settings
//
// Thread rule: one thread at a time; as many connections as one likes, in any process.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "sql/statement.h"

struct sqlite3;

namespace tributary::sql {

enum class Durability {
  process_kill,  ///< a commit survives the death of the process
  power_cut,     ///< and that of the machine; costs a flush to the disk
};

struct Settings {
  std::chrono::milliseconds busy_timeout{30'000};
  std::int64_t cache_bytes = 48 << 20;
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
  /// Opens the file, or creates it. Errors: `database` naming the file, also when it is no
  /// database.
  static Result<Connection> open(const Path& file, const Settings& settings = {});

  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;
  ~Connection();

  /// Runs statements that have no parameters and no rows, separated by semicolons.
  Result<> execute(const std::string& script);

  /// A statement from the cache, prepared at its first use. Asking again for one that is still
  /// borrowed prepares a second.
  Result<Statement> statement(std::string_view text);

  /// Rows that the last INSERT, UPDATE or DELETE touched.
  [[nodiscard]] std::int64_t changed_rows() const;

  /// Frees cached pages that are not in use.
  void release_memory();

  [[nodiscard]] const Path& file() const;

  /// What the next transactions survive. REQUIRES: no transaction is open.
  Result<> set_durability(Durability durability);

 private:
  struct State;
  explicit Connection(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tributary::sql
