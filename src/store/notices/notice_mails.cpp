#include "store/notices/notice_mails.h"

#include <algorithm>
#include <string>

#include "store/notices/notice_preferences.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

/// Condition on a row of notices, named `table`: its person wants it by mail.
std::string is_wanted(const std::string& table) {
  std::string group = "CASE " + table + ".kind";
  for (std::size_t number = 0; number < ecosystem::kNoticeKinds; ++number) {
    const auto kind = static_cast<ecosystem::NoticeKind>(number);
    group += " WHEN '" + std::string(name_of(kind)) + "' THEN '" +
             std::string(name_of(group_of(kind))) + "'";
  }
  return "NOT EXISTS (SELECT 1 FROM muted_notice_mails m WHERE m.account = " + table +
         ".account AND m.notice_group = " + group + " END) ";
}

Result<std::optional<ecosystem::PersonId>> next_person(sql::Connection& connection,
                                                       const MailTimes& times,
                                                       ecosystem::PersonId after) {
  static const std::string kQuery =
      "SELECT n.account FROM notices n JOIN accounts a ON a.id = n.account "
      "LEFT JOIN notice_preferences p ON p.account = n.account "
      "WHERE a.state = 'active' AND a.mail IS NOT NULL AND a.verified_at IS NOT NULL "
      "AND n.read_at IS NULL AND n.mailed_at IS NULL AND n.at >= ? "
      "AND n.at < CASE COALESCE(p.rhythm, 'daily') WHEN 'each' THEN CAST(? AS BIGINT) "
      "WHEN 'daily' THEN CAST(? AS BIGINT) WHEN 'weekly' THEN CAST(? AS BIGINT) ELSE 0 END "
      "AND (p.failed_at IS NULL OR p.failed_at < ?) AND n.account > ? AND " +
      is_wanted("n") + "ORDER BY n.account LIMIT 1";
  auto row = TRY(connection.statement(kQuery));
  TRY(row.bind(milliseconds(times.oldest), milliseconds(times.now), milliseconds(times.day),
               milliseconds(times.week), milliseconds(times.failed_before), after.value));
  if (!TRY(row.step())) return std::nullopt;
  return ecosystem::PersonId{row.integer(0)};
}

Timestamp due_before(MailRhythm rhythm, const MailTimes& times) {
  if (rhythm == MailRhythm::each) return times.now;
  return rhythm == MailRhythm::daily ? times.day : times.week;
}

}  // namespace

Result<std::optional<NoticesToMail>> claim_notices_to_mail(sql::Connection& connection,
                                                           const MailTimes& times,
                                                           ecosystem::PersonId after) {
  const auto person = TRY(next_person(connection, times, after));
  if (!person) return std::nullopt;
  const auto before = due_before(TRY(mail_rhythm(connection, *person)), times);
  const auto muted = TRY(muted_mails(connection, *person));
  NoticesToMail claimed{.account = *person, .notices = {}};
  std::erase_if(claimed.notices = TRY(notices_of(connection, *person,
                                                 {.shown = Shown::unread, .limit = kAllNotices})),
                [&](const Notice& notice) {
                  return notice.mailed_at || notice.at < times.oldest || notice.at >= before ||
                         muted.contains(group_of(notice.kind));
                });
  static const std::string kMark =
      "UPDATE notices SET mailed_at = ? WHERE account = ? "
      "AND read_at IS NULL AND mailed_at IS NULL AND at >= ? AND at < ? AND " +
      is_wanted("notices");
  TRY(TRY(connection.statement(kMark))
          .run(milliseconds(times.now), person->value, milliseconds(times.oldest),
               milliseconds(before)));
  return claimed;
}

Result<> give_notices_back(sql::Connection& connection, ecosystem::PersonId account,
                           Timestamp claimed) {
  TRY(TRY(connection.statement(
              "UPDATE notices SET mailed_at = NULL WHERE account = ? AND mailed_at = ?"))
          .run(account.value, milliseconds(claimed)));
  return TRY(connection.statement(
                 "INSERT INTO notice_preferences (account, rhythm, failed_at) VALUES (?, ?, ?) "
                 "ON CONFLICT (account) DO UPDATE SET failed_at = excluded.failed_at"))
      .run(account.value, "daily", milliseconds(claimed));
}

}  // namespace tributary::store
