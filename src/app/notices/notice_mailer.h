// app/notices/notice_mailer.h
//
// Sends what people wait for: a mail at once, a day or a week, as each has chosen; and reminds of
// conditions that come due and of offers that end.
//
//   NoticeMailer mailer(connections, clock, mail, "https://tributary.example.org");
//   const auto run = TRY(mailer.run());   // run.sent mails
//
// Any number of servers on one database may do this: one of them holds a lease while it sends. If
// it is killed another one takes over when the lease ends.
//
// A notice is mailed at most once. It is marked before its mail leaves, so a server that dies in
// between loses that mail rather than have the next one send it again: nothing is lost with it,
// since the notice is there unread on the page, in the count and in the feed, while a mail that
// comes twice cannot be taken back. Where the mail server refuses, or cannot be reached, the mark
// is taken back and the mail sent an hour later. A connection that breaks between the end of a mail
// and the server's answer looks like that too; only then may a mail come twice.
//
// Thread rule: one run at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

#include "app/mail/mail_queue.h"
#include "base/clock.h"
#include "store/notices/notice_mails.h"
#include "store/pool.h"

namespace tributary::app {

struct MailerRun {
  bool is_done_elsewhere = false;  ///< another server is at it
  std::uint64_t sent = 0, failed = 0, reminders = 0;
};

/// How long a server that was killed keeps the others waiting. Longer than one mail may take.
inline constexpr std::chrono::minutes kMailerLease{2};
/// Digests go out after this hour, in UTC; those of a week on Mondays.
inline constexpr std::chrono::hours kDigestHour{6};
/// What is older is never mailed, so that who turns mails on, or a restored backup, brings no
/// flood.
inline constexpr std::chrono::days kOldestMailed{14};
inline constexpr std::chrono::hours kRetryAfter{1};
inline constexpr std::chrono::days kUnsubscribeLinksHold{365};
/// How long before its day a team is reminded of a condition.
inline constexpr std::chrono::days kRemindBefore{14};

class NoticeMailer {
 public:
  /// REQUIRES: all of them outlive it. Links in mails begin with `public_url`.
  NoticeMailer(store::ConnectionPool& connections, const Clock& clock, MailQueue& mail,
               std::string public_url);

  /// All that is due now. Errors are of the database; a mail that cannot be carried is counted.
  /// Stops between two mails where that is asked.
  Result<MailerRun> run(const std::stop_token& stop = {});

 private:
  /// False where another server holds the lease.
  Result<bool> begin_run();
  Result<> end_run();
  Result<std::uint64_t> remind_of_conditions();
  Result<std::uint64_t> remind_of_offers();
  /// Nothing where nobody waits any more; stops, too, where the lease was lost.
  Result<std::optional<Mail>> claim_next(store::NoticesToMail& claimed, Timestamp& at);
  Result<> take_back(const store::NoticesToMail& claimed, Timestamp at);

  store::ConnectionPool& connections_;
  const Clock& clock_;
  MailQueue& mail_;
  std::string public_url_;
  std::string me_;  ///< as the lease names its holder
};

}  // namespace tributary::app
