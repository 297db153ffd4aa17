#include "store/accounts/one_time_links.h"

#include <array>
#include <chrono>

#include "store/stored_moment.h"

namespace tributary::store {

std::string_view name_of(LinkPurpose purpose) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"sign_up", "verify", "reset", "sign_in"});
  return kNames[static_cast<std::size_t>(purpose)];
}

Result<> insert_link(sql::Connection& connection, const SecretHash& secret, const OneTimeLink& link,
                     Timestamp now) {
  TRY(TRY(connection.statement("DELETE FROM one_time_links WHERE expires_at <= ? OR "
                               "(account = ? AND purpose = ? AND used_at IS NULL)"))
          .run(milliseconds(now - std::chrono::days(1)), link.account.value,
               name_of(link.purpose)));
  return TRY(connection.statement("INSERT INTO one_time_links (secret_hash, account, purpose, "
                                  "mail, expires_at) VALUES (?, ?, ?, ?, ?)"))
      .run(sql::Blob{secret.bytes}, link.account.value, name_of(link.purpose), link.mail,
           milliseconds(link.expires_at));
}

Result<OneTimeLink> use_link(sql::Connection& connection, const SecretHash& secret,
                             LinkPurpose purpose, Timestamp now) {
  auto row =
      TRY(connection.statement("SELECT account, mail, expires_at, used_at FROM one_time_links "
                               "WHERE secret_hash = ? AND purpose = ?"));
  TRY(row.bind(sql::Blob{secret.bytes}, name_of(purpose)));
  if (!TRY(row.step())) {
    return fail(ErrorCode::unmet, "this link is not known, or a newer one took its place");
  }
  if (!row.is_null(3))
    return fail(ErrorCode::unmet, "this link was used already; ask for a new one");
  OneTimeLink link{.account = {row.integer(0)},
                   .purpose = purpose,
                   .mail = std::string(row.text(1)),
                   .expires_at = moment_of(row.integer(2))};
  if (link.expires_at <= now) {
    return fail(ErrorCode::unmet, "this link is too old; ask for a new one");
  }
  row.reset();
  TRY(TRY(connection.statement("UPDATE one_time_links SET used_at = ? WHERE secret_hash = ?"))
          .run(milliseconds(now), sql::Blob{secret.bytes}));
  return link;
}

}  // namespace tributary::store
