// app/mail/mail_queue.h
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "app/mail/mail.h"

namespace tributary::app {

/// Has mails carried by a thread of its own, so that who asks for one waits no longer than who asks
/// for one that is not sent: waiting would tell whether an address has an account. A mail that
/// cannot be carried is warned of in the log (never with its text) and lost, as are those that wait
/// when the process is killed: whoever misses one asks again. Safe from any thread.
class MailQueue {
 public:
  explicit MailQueue(std::unique_ptr<MailCarrier> carrier)
      : carrier_(std::move(carrier)), thread_([this] { run(); }) {}
  /// Carries what waits, then ends.
  ~MailQueue();

  void send(Mail mail);

  /// Carries it now, past those that wait, and tells whether that went well.
  Result<> carry(const Mail& mail) { return carrier_->carry(mail); }

 private:
  void run();

  std::unique_ptr<MailCarrier> carrier_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Mail> waiting_;
  bool is_stopping_ = false;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace tributary::app
