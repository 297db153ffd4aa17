#include "app/mail/mail_queue.h"

#include "base/log.h"

namespace tributary::app {
namespace {

/// More wait only where the other side is down; then the newest are told to ask again.
constexpr std::size_t kMostWaiting = 1000;

}  // namespace

MailQueue::~MailQueue() {
  {
    const std::scoped_lock lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_all();
}

void MailQueue::send(Mail mail) {
  {
    const std::scoped_lock lock(mutex_);
    if (waiting_.size() >= kMostWaiting) {
      log::warning("mail: too many wait already; one was dropped");
      return;
    }
    waiting_.push_back(std::move(mail));
  }
  changed_.notify_one();
}

void MailQueue::run() {
  for (;;) {
    Mail mail;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      mail = std::move(waiting_.front());
      waiting_.pop_front();
    }
    if (const auto carried = carrier_->carry(mail); !carried) {
      log::warning("mail: one could not be sent: " + carried.error().text());
    }
  }
}

}  // namespace tributary::app
