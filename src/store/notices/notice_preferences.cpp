#include "store/notices/notice_preferences.h"

#include <array>

#include "ecosystem/enum_names.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

Result<std::optional<ecosystem::PersonId>> account_with(sql::Connection& connection,
                                                        std::string_view query,
                                                        const SecretHash& secret) {
  auto row = TRY(connection.statement(query));
  TRY(row.bind(sql::Blob{secret.bytes}));
  if (!TRY(row.step())) return std::nullopt;
  return ecosystem::PersonId{row.integer(0)};
}

}  // namespace

std::string_view name_of(MailRhythm rhythm) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"each", "daily", "weekly", "none"});
  return kNames[static_cast<std::size_t>(rhythm)];
}

Result<MailRhythm> mail_rhythm(sql::Connection& connection, ecosystem::PersonId account) {
  auto row = TRY(connection.statement("SELECT rhythm FROM notice_preferences WHERE account = ?"));
  TRY(row.bind(account.value));
  if (!TRY(row.step())) return MailRhythm::daily;
  return ecosystem::enum_from_name(row.text(0), MailRhythm::none);
}

Result<> set_mail_rhythm(sql::Connection& connection, ecosystem::PersonId account,
                         MailRhythm rhythm) {
  return TRY(connection.statement("INSERT INTO notice_preferences (account, rhythm) VALUES (?, ?) "
                                  "ON CONFLICT (account) DO UPDATE SET rhythm = excluded.rhythm"))
      .run(account.value, name_of(rhythm));
}

Result<ecosystem::NoticeGroups> muted_mails(sql::Connection& connection,
                                            ecosystem::PersonId account) {
  auto row =
      TRY(connection.statement("SELECT notice_group FROM muted_notice_mails WHERE account = ? "
                               "ORDER BY notice_group"));
  TRY(row.bind(account.value));
  ecosystem::NoticeGroups muted;
  while (TRY(row.step())) {
    muted.add(TRY(ecosystem::enum_from_name(row.text(0), ecosystem::NoticeGroup::roles)));
  }
  return muted;
}

Result<> set_muted_mails(sql::Connection& connection, ecosystem::PersonId account,
                         ecosystem::NoticeGroups muted) {
  TRY(TRY(connection.statement("DELETE FROM muted_notice_mails WHERE account = ?"))
          .run(account.value));
  auto insert = TRY(
      connection.statement("INSERT INTO muted_notice_mails (account, notice_group) VALUES (?, ?)"));
  for (std::size_t number = 0; number < ecosystem::kNoticeGroups; ++number) {
    const auto group = static_cast<ecosystem::NoticeGroup>(number);
    if (muted.contains(group)) TRY(insert.run(account.value, name_of(group)));
  }
  return {};
}

Result<bool> has_feed(sql::Connection& connection, ecosystem::PersonId account) {
  auto row = TRY(connection.statement("SELECT 1 FROM notice_feeds WHERE account = ?"));
  TRY(row.bind(account.value));
  return row.step();
}

Result<> set_feed_secret(sql::Connection& connection, ecosystem::PersonId account,
                         const SecretHash& secret) {
  return TRY(connection.statement(
                 "INSERT INTO notice_feeds (account, secret_hash) VALUES (?, ?) "
                 "ON CONFLICT (account) DO UPDATE SET secret_hash = excluded.secret_hash"))
      .run(account.value, sql::Blob{secret.bytes});
}

Result<> remove_feed(sql::Connection& connection, ecosystem::PersonId account) {
  return TRY(connection.statement("DELETE FROM notice_feeds WHERE account = ?")).run(account.value);
}

Result<std::optional<ecosystem::PersonId>> account_of_feed(sql::Connection& connection,
                                                           const SecretHash& secret) {
  return account_with(connection, "SELECT account FROM notice_feeds WHERE secret_hash = ?", secret);
}

Result<> insert_unsubscribe_link(sql::Connection& connection, ecosystem::PersonId account,
                                 const SecretHash& secret, Timestamp now) {
  return TRY(connection.statement(
                 "INSERT INTO unsubscribe_links (secret_hash, account, at) VALUES (?, ?, ?)"))
      .run(sql::Blob{secret.bytes}, account.value, milliseconds(now));
}

Result<std::optional<ecosystem::PersonId>> account_of_unsubscribe_link(sql::Connection& connection,
                                                                       const SecretHash& secret) {
  return account_with(connection, "SELECT account FROM unsubscribe_links WHERE secret_hash = ?",
                      secret);
}

Result<> remove_unsubscribe_links_before(sql::Connection& connection, Timestamp moment) {
  return TRY(connection.statement("DELETE FROM unsubscribe_links WHERE at < ?"))
      .run(milliseconds(moment));
}

}  // namespace tributary::store
