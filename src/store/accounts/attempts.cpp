#include "store/accounts/attempts.h"

#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

/// Longer than any limit looks back.
constexpr std::chrono::hours kAttemptsKept{1};

}  // namespace

Result<AttemptNumber> count_attempt(sql::Connection& connection, std::string_view subject,
                                    const AttemptLimit& limit, Timestamp now) {
  TRY(TRY(connection.statement("DELETE FROM attempts WHERE at <= ?"))
          .run(milliseconds(now - kAttemptsKept)));
  {
    const auto made =
        TRY(one_number(connection, "SELECT COUNT(*) FROM attempts WHERE subject = ? AND at > ?",
                       subject, milliseconds(now - limit.within)));
    if (made >= limit.most) {
      return fail(ErrorCode::throttled, "too many attempts; wait a quarter of an hour");
    }
  }
  const AttemptNumber number{
      TRY(number_behind(connection, "SELECT COALESCE(MAX(number), 0) FROM attempts"))};
  TRY(TRY(connection.statement("INSERT INTO attempts (number, subject, at) VALUES (?, ?, ?)"))
          .run(number.value, subject, milliseconds(now)));
  return number;
}

Result<> forget_attempt(sql::Connection& connection, AttemptNumber number) {
  return TRY(connection.statement("DELETE FROM attempts WHERE number = ?")).run(number.value);
}

Result<> forget_attempts(sql::Connection& connection, std::string_view subject) {
  return TRY(connection.statement("DELETE FROM attempts WHERE subject = ?")).run(subject);
}

}  // namespace tributary::store
