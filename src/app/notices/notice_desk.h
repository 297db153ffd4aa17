// app/notices/notice_desk.h
//
// The use cases of notices: read them, mark them as read, choose how they come. What people are
// told is written with every change (store/notices/telling.h); who carries it to them is the
// mailer.
//
//   const auto page = TRY(desk.notices(person, {.shown = store::Shown::unread}));
//
// Errors: `not_found`, `database`. Thread rule: safe from any thread.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/notices/notice_preferences.h"
#include "store/notices/notices.h"
#include "store/pool.h"

namespace tributary::app {

/// Read notices are removed so long after they were read; unread ones stay.
inline constexpr std::chrono::days kReadNoticesStay{90};

struct NoticePage {
  std::vector<store::Notice> notices;  ///< the newest first
  std::uint64_t unread = 0;            ///< of all
  bool has_more = false;
  std::string language;  ///< of the person
};

struct NoticePreferences {
  store::MailRhythm mail = store::MailRhythm::daily;
  ecosystem::NoticeGroups muted;  ///< never come by mail
  bool has_feed = false;
};

class NoticeDesk {
 public:
  /// REQUIRES: both outlive it.
  NoticeDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  Result<NoticePage> notices(ecosystem::PersonId person, store::NoticeQuery query);
  Result<> mark_read(ecosystem::PersonId person, store::NoticeId id);
  /// All up to this one, so that what came meanwhile stays unread.
  Result<> mark_all_read(ecosystem::PersonId person, store::NoticeId newest);

  Result<NoticePreferences> preferences(ecosystem::PersonId person);
  Result<> choose_mail(const ecosystem::Actor& actor, store::MailRhythm mail,
                       ecosystem::NoticeGroups muted);

  /// The secret of a new feed, handed out once; the one before no longer works.
  Result<std::string> renew_feed(const ecosystem::Actor& actor);
  Result<> end_feed(const ecosystem::Actor& actor);

  // Who has a secret, whoever that is. Errors: `not_found` where it is not known.
  Result<NoticePage> feed(const std::string& secret, std::uint64_t limit);
  /// Ends all mails of who got one with this; again changes nothing. What they had muted stays so.
  Result<> unsubscribe(const std::string& secret);

 private:
  Result<NoticePage> read(sql::Connection& connection, ecosystem::PersonId person,
                          store::NoticeQuery query);

  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
