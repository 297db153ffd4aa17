// http/worker_pool.h
//
// A few threads that run handlers, so that a slow search never stalls the sockets. Safe from any
// thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tributary::http {

class WorkerPool {
 public:
  WorkerPool(unsigned threads, std::size_t queue_limit);

  /// Finishes what was accepted, then joins.
  ~WorkerPool();

  /// False where `queue_limit` tasks wait already: the caller answers 503. A task must not throw.
  [[nodiscard]] bool submit(std::function<void()> task);

 private:
  void work();

  const std::size_t queue_limit_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace tributary::http
