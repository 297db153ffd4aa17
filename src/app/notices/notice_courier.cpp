#include "app/notices/notice_courier.h"

#include "base/log.h"

namespace tributary::app {

NoticeCourier::NoticeCourier(NoticeMailer& mailer, std::chrono::milliseconds between_runs)
    : mailer_(mailer),
      between_runs_(between_runs),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void NoticeCourier::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (const auto done = mailer_.run(stop); !done) {
      log::warning("notices: " + done.error().text());  // the next run may do better
    }
    std::unique_lock lock(mutex_);
    stopped_.wait_for(lock, stop, between_runs_, [] { return false; });
  }
}

}  // namespace tributary::app
