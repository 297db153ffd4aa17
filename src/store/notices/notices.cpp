#include "store/notices/notices.h"

#include <array>
#include <limits>

#include "ecosystem/enum_names.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {

namespace eco = ecosystem;

std::string_view name_of(Shown shown) {
  static constexpr auto kNames = std::to_array<std::string_view>({"all", "unread", "read"});
  return kNames[static_cast<std::size_t>(shown)];
}

Result<> insert_notice(sql::Connection& connection, eco::PersonId account, const Notice& notice) {
  return TRY(connection.statement(
                 "INSERT INTO notices (account, entry, kind, subject, about, word, at) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account, entry) DO NOTHING"))
      .run(account.value, notice.id.value, name_of(notice.kind), notice.subject, notice.about,
           notice.word, milliseconds(notice.at));
}

Result<std::vector<Notice>> notices_of(sql::Connection& connection, eco::PersonId account,
                                       const NoticeQuery& query) {
  std::string text =
      "SELECT entry, kind, subject, about, word, at, read_at, mailed_at FROM notices "
      "WHERE account = ? AND entry < ? ";
  if (query.shown == Shown::unread) text += "AND read_at IS NULL ";
  if (query.shown == Shown::read) text += "AND read_at IS NOT NULL ";
  auto row = TRY(connection.statement(text + "ORDER BY entry DESC LIMIT ?"));
  constexpr auto kNewest = std::numeric_limits<std::int64_t>::max();
  TRY(row.bind(account.value, query.before.value > 0 ? query.before.value : kNewest, query.limit));
  std::vector<Notice> notices;
  while (TRY(row.step())) {
    notices.push_back(
        {.id = {row.integer(0)},
         .kind = TRY(eco::enum_from_name(row.text(1), eco::NoticeKind::message_reported)),
         .subject = std::string(row.text(2)),
         .about = std::string(row.text(3)),
         .word = std::string(row.text(4)),
         .at = moment_of(row.integer(5))});
    if (const auto read = row.optional_integer(6)) notices.back().read_at = moment_of(*read);
    if (const auto mailed = row.optional_integer(7)) notices.back().mailed_at = moment_of(*mailed);
  }
  return notices;
}

Result<std::uint64_t> unread_notices(sql::Connection& connection, eco::PersonId account) {
  return static_cast<std::uint64_t>(TRY(
      one_number(connection, "SELECT COUNT(*) FROM notices WHERE account = ? AND read_at IS NULL",
                 account.value)));
}

Result<> mark_notice_read(sql::Connection& connection, eco::PersonId account, NoticeId id,
                          Timestamp now) {
  TRY(TRY(connection.statement("UPDATE notices SET read_at = COALESCE(read_at, ?) "
                               "WHERE account = ? AND entry = ?"))
          .run(milliseconds(now), account.value, id.value));
  if (connection.changed_rows() > 0) return {};
  return fail(ErrorCode::not_found, "you have no such notice", std::to_string(id.value));
}

Result<> mark_notices_read(sql::Connection& connection, eco::PersonId account, NoticeId newest,
                           Timestamp now) {
  return TRY(connection.statement("UPDATE notices SET read_at = ? "
                                  "WHERE account = ? AND entry <= ? AND read_at IS NULL"))
      .run(milliseconds(now), account.value, newest.value);
}

Result<> remove_notices_read_before(sql::Connection& connection, Timestamp moment) {
  // What was read before it was told before it, too: by moments there is an index.
  return TRY(connection.statement("DELETE FROM notices WHERE at < ? AND read_at < ?"))
      .run(milliseconds(moment), milliseconds(moment));
}

Result<> forget_notices_of(sql::Connection& connection, eco::PersonId account) {
  for (const std::string_view removal :
       {"DELETE FROM notices WHERE account = ?", "DELETE FROM notice_preferences WHERE account = ?",
        "DELETE FROM muted_notice_mails WHERE account = ?",
        "DELETE FROM notice_feeds WHERE account = ?",
        "DELETE FROM unsubscribe_links WHERE account = ?"}) {
    TRY(TRY(connection.statement(removal)).run(account.value));
  }
  return {};
}

}  // namespace tributary::store
