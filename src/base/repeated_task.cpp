#include "base/repeated_task.h"

#include <utility>

#include "base/log.h"

namespace tributary {

RepeatedTask::RepeatedTask(std::string name, std::chrono::milliseconds between_runs, Task task)
    : name_(std::move(name)),
      between_runs_(between_runs),
      task_(std::move(task)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void RepeatedTask::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (const auto done = task_(stop); !done && done.error().code != ErrorCode::cancelled) {
      log::warning(name_ + ": " + done.error().text());
    }
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, stop, between_runs_, [] { return false; });
  }
}

}  // namespace tributary
