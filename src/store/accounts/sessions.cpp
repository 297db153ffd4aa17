#include "store/accounts/sessions.h"

#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::string_view kSessionColumns =
    "SELECT number, account, created_at, last_used_at, expires_at FROM sessions ";

Session session_of_row(const sql::Statement& row) {
  return {.number = {row.integer(0)},
          .account = {row.integer(1)},
          .created_at = moment_of(row.integer(2)),
          .last_used_at = moment_of(row.integer(3)),
          .expires_at = moment_of(row.integer(4))};
}

}  // namespace

Result<SessionNumber> insert_session(sql::Connection& connection, const SecretHash& secret,
                                     const Session& session) {
  TRY(TRY(connection.statement("DELETE FROM sessions WHERE expires_at <= ?"))
          .run(milliseconds(session.created_at)));
  const SessionNumber number{
      TRY(number_behind(connection, "SELECT COALESCE(MAX(number), 0) FROM sessions"))};
  TRY(TRY(connection.statement("INSERT INTO sessions (number, secret_hash, account, created_at, "
                               "last_used_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)"))
          .run(number.value, sql::Blob{secret.bytes}, session.account.value,
               milliseconds(session.created_at), milliseconds(session.last_used_at),
               milliseconds(session.expires_at)));
  return number;
}

Result<std::optional<Session>> find_session(sql::Connection& connection, const SecretHash& secret,
                                            Timestamp now) {
  auto row = TRY(connection.statement(std::string(kSessionColumns) +
                                      "WHERE secret_hash = ? AND expires_at > ?"));
  TRY(row.bind(sql::Blob{secret.bytes}, milliseconds(now)));
  if (!TRY(row.step())) return std::nullopt;
  return session_of_row(row);
}

Result<> note_session_use(sql::Connection& connection, SessionNumber number, Timestamp now) {
  return TRY(connection.statement("UPDATE sessions SET last_used_at = ? WHERE number = ?"))
      .run(milliseconds(now), number.value);
}

Result<std::vector<Session>> sessions_of(sql::Connection& connection, ecosystem::PersonId account,
                                         Timestamp now) {
  std::vector<Session> sessions;
  auto row = TRY(connection.statement(std::string(kSessionColumns) +
                                      "WHERE account = ? AND expires_at > ? ORDER BY number DESC"));
  TRY(row.bind(account.value, milliseconds(now)));
  while (TRY(row.step())) sessions.push_back(session_of_row(row));
  return sessions;
}

Result<> end_session(sql::Connection& connection, ecosystem::PersonId account,
                     SessionNumber number) {
  TRY(TRY(connection.statement("DELETE FROM sessions WHERE account = ? AND number = ?"))
          .run(account.value, number.value));
  if (connection.changed_rows() == 1) return {};
  return fail(ErrorCode::not_found, "you have no session with this number");
}

Result<> end_other_sessions(sql::Connection& connection, ecosystem::PersonId account,
                            SessionNumber kept) {
  return TRY(connection.statement("DELETE FROM sessions WHERE account = ? AND number <> ?"))
      .run(account.value, kept.value);
}

}  // namespace tributary::store
