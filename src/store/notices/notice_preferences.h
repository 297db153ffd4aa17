// store/notices/notice_preferences.h
//
// How people want to be told, and the addresses that work for them without signing in. Writing
// REQUIRES an open transaction. Thread rule: as the connection.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/notices/notice_group.h"
#include "sql/connection.h"
#include "store/accounts/secret_hash.h"

namespace tributary::store {

/// How often mails come.
enum class MailRhythm : std::uint8_t { each, daily, weekly, none };

std::string_view name_of(MailRhythm rhythm);

/// `daily` for who has not chosen.
Result<MailRhythm> mail_rhythm(sql::Connection& connection, ecosystem::PersonId account);
Result<> set_mail_rhythm(sql::Connection& connection, ecosystem::PersonId account,
                         MailRhythm rhythm);

/// Groups that never come by mail, whatever the rhythm; they are on the page and in the feed.
Result<ecosystem::NoticeGroups> muted_mails(sql::Connection& connection,
                                            ecosystem::PersonId account);
/// In place of those before.
Result<> set_muted_mails(sql::Connection& connection, ecosystem::PersonId account,
                         ecosystem::NoticeGroups muted);

Result<bool> has_feed(sql::Connection& connection, ecosystem::PersonId account);
/// Takes the place of the feed's earlier secret.
Result<> set_feed_secret(sql::Connection& connection, ecosystem::PersonId account,
                         const SecretHash& secret);
Result<> remove_feed(sql::Connection& connection, ecosystem::PersonId account);
Result<std::optional<ecosystem::PersonId>> account_of_feed(sql::Connection& connection,
                                                           const SecretHash& secret);

/// What one mail carries to end them all.
Result<> insert_unsubscribe_link(sql::Connection& connection, ecosystem::PersonId account,
                                 const SecretHash& secret, Timestamp now);
Result<std::optional<ecosystem::PersonId>> account_of_unsubscribe_link(sql::Connection& connection,
                                                                       const SecretHash& secret);
Result<> remove_unsubscribe_links_before(sql::Connection& connection, Timestamp moment);

}  // namespace tributary::store
