// base/repeated_task.h: a thread that does the same thing now and then, while its owner lives.
//
//   const RepeatedTask sending("notices", std::chrono::minutes(1),
//                              [&](const std::stop_token& stop) { return mailer.run(stop); });
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

#include "base/result.h"

namespace tributary {

/// Its end asks the task to stop, and waits until it has.
class RepeatedTask {
 public:
  using Task = std::function<Result<>(const std::stop_token&)>;

  /// Calls `task` at once, and again `between_runs` after it came to an end. An error, but for
  /// `cancelled`, goes to the log behind `name`: the next run may do better. REQUIRES: what the
  /// task uses outlives this.
  RepeatedTask(std::string name, std::chrono::milliseconds between_runs, Task task);

 private:
  void run(const std::stop_token& stop);

  const std::string name_;
  const std::chrono::milliseconds between_runs_;
  const Task task_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace tributary
