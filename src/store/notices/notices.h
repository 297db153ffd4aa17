// store/notices/notices.h
//
// What people were told, and whether they have read it. Writing REQUIRES an open transaction.
//
//   const auto page = TRY(notices_of(connection, person, {.shown = Shown::unread}));
//
// Thread rule: as the connection.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/strong_id.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/notices/notice_kind.h"
#include "sql/connection.h"

namespace tributary::store {

/// Of the entry of the audit trail that a notice tells: one's own among those of a person.
using NoticeId = StrongId<struct NoticeTag>;

struct Notice {
  NoticeId id;
  ecosystem::NoticeKind kind = ecosystem::NoticeKind::innovation_decided;
  std::string subject;  ///< "innovation/7", as the audit trail names it
  std::string about;    ///< how people call it: a title, "0.2.0", "PT11", or where a role is held
  std::string word;     ///< the act that was done; of a role its name, of a condition its day
  Timestamp at;
  std::optional<Timestamp> read_at, mailed_at;
};

/// Nothing is written where the person was told of this entry before.
Result<> insert_notice(sql::Connection& connection, ecosystem::PersonId account,
                       const Notice& notice);

enum class Shown : std::uint8_t { all, unread, read };

std::string_view name_of(Shown shown);

inline constexpr std::uint64_t kAllNotices = 1ULL << 62;

struct NoticeQuery {
  Shown shown = Shown::all;
  NoticeId before;  ///< 0: from the newest on
  std::uint64_t limit = 50;
};

/// The newest first.
Result<std::vector<Notice>> notices_of(sql::Connection& connection, ecosystem::PersonId account,
                                       const NoticeQuery& query);

Result<std::uint64_t> unread_notices(sql::Connection& connection, ecosystem::PersonId account);

/// Keeps the moment of the first reading. Errors: `not_found` where the person was told no such
/// thing.
Result<> mark_notice_read(sql::Connection& connection, ecosystem::PersonId account, NoticeId id,
                          Timestamp now);

/// All up to this one, which is the newest that the person has seen.
Result<> mark_notices_read(sql::Connection& connection, ecosystem::PersonId account,
                           NoticeId newest, Timestamp now);

/// Those that were read before this moment, of everybody.
Result<> remove_notices_read_before(sql::Connection& connection, Timestamp moment);

/// All that is kept for telling somebody, as with the account itself.
Result<> forget_notices_of(sql::Connection& connection, ecosystem::PersonId account);

}  // namespace tributary::store
