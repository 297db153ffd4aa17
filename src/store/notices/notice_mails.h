// store/notices/notice_mails.h
//
// Which notices are to be mailed to whom, and that each is mailed once: they are marked before the
// mail leaves, and the mark is taken back where the mail could not be carried. REQUIRES: an open
// transaction for what writes. Thread rule: as the connection.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/notices/notices.h"

namespace tributary::store {

/// A notice is due once it is older than the last beginning of its person's rhythm.
struct MailTimes {
  Timestamp now;
  Timestamp day, week;      ///< when the last of each began
  Timestamp oldest;         ///< what is older is never mailed
  Timestamp failed_before;  ///< who could not be reached later than this waits
};

struct NoticesToMail {
  ecosystem::PersonId account;
  std::vector<Notice> notices;  ///< the newest first
};

/// Of the next person behind `after`, by number, who has unread notices that are due and of no
/// group that they muted, all of these, marked as mailed at `times.now`. Nothing where there is no
/// such person. Only addresses that were proven get mails.
Result<std::optional<NoticesToMail>> claim_notices_to_mail(sql::Connection& connection,
                                                           const MailTimes& times,
                                                           ecosystem::PersonId after);

/// The mail that was claimed at `claimed` could not be carried: they are due again, after a while.
Result<> give_notices_back(sql::Connection& connection, ecosystem::PersonId account,
                           Timestamp claimed);

}  // namespace tributary::store
