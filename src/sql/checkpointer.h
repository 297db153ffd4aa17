// sql/checkpointer.h
//
// Carries the log over into the database file in a thread of its own, so that who writes much need
// not wait for the disk.
//
//   const auto checkpointer = TRY(Checkpointer::start("data/tributary.db"));
//   TRY(transaction.commit());
//   checkpointer->request();
//
// It takes what is committed by then, while the next transaction is being made. As that one has
// begun before it is done, the log itself goes on: it begins anew after the commit that finds more
// than Settings::log_bytes in it, which then has little left to carry over.
#pragma once

#include <atomic>
#include <memory>
#include <thread>

#include "sql/connection.h"

namespace tributary::sql {

/// Safe from any thread. Its end waits for the checkpoint that is being made.
class Checkpointer {
 public:
  /// Errors: `database`.
  static Result<std::unique_ptr<Checkpointer>> start(const Path& file);
  ~Checkpointer();

  /// Returns at once. A checkpoint that fails is warned of in the log of the program and loses
  /// nothing: the next one, or the last connection that is closed, makes up for it.
  void request();

  /// The same once nothing more is written for some time: the log file is emptied as well, which
  /// takes a second for each gigabyte. Where others use the log at that moment it stays.
  void request_to_empty_log();

 private:
  explicit Checkpointer(Connection connection);
  void run();

  Connection connection_;
  std::atomic<unsigned> requested_ = 0;
  std::atomic<bool> is_stopping_ = false, shall_empty_log_ = false;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace tributary::sql
