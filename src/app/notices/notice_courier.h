// app/notices/notice_courier.h: the thread of a server that has its notices sent.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/notices/notice_mailer.h"

namespace tributary::app {

/// Has a server send its notices: a thread that runs the mailer now and then, whose end waits for
/// the mail that is being carried. REQUIRES: the mailer outlives it, and nobody else runs it.
class NoticeCourier {
 public:
  explicit NoticeCourier(NoticeMailer& mailer,
                         std::chrono::milliseconds between_runs = std::chrono::minutes(1));

 private:
  void run(const std::stop_token& stop);

  NoticeMailer& mailer_;
  const std::chrono::milliseconds between_runs_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace tributary::app
