// store/accounts/sessions.h
//
// Where people are signed in. Writing REQUIRES an open transaction.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/accounts/secret_hash.h"

namespace tributary::store {

struct Session {
  SessionNumber number;
  ecosystem::PersonId account;
  Timestamp created_at, last_used_at, expires_at;
};

/// Those that expired before `session.created_at` are forgotten on the way.
Result<SessionNumber> insert_session(sql::Connection& connection, const SecretHash& secret,
                                     const Session& session);

/// Nothing for one that is unknown or has expired by `now`.
Result<std::optional<Session>> find_session(sql::Connection& connection, const SecretHash& secret,
                                            Timestamp now);

Result<> note_session_use(sql::Connection& connection, SessionNumber number, Timestamp now);

/// Those that still hold at `now`, newest first.
Result<std::vector<Session>> sessions_of(sql::Connection& connection, ecosystem::PersonId account,
                                         Timestamp now);

/// Errors: `not_found` where the account has no such session.
Result<> end_session(sql::Connection& connection, ecosystem::PersonId account,
                     SessionNumber number);

/// All of the account but `kept`.
Result<> end_other_sessions(sql::Connection& connection, ecosystem::PersonId account,
                            SessionNumber kept);

}  // namespace tributary::store
