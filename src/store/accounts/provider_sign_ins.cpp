#include "store/accounts/provider_sign_ins.h"

#include "store/stored_moment.h"

namespace tributary::store {

Result<> insert_provider_sign_in(sql::Connection& connection, const SecretHash& secret,
                                 const ProviderSignIn& sign_in, Timestamp now) {
  TRY(TRY(connection.statement("DELETE FROM provider_sign_ins WHERE expires_at <= ?"))
          .run(milliseconds(now)));
  std::optional<std::int64_t> account;
  if (sign_in.account) account = sign_in.account->value;
  return TRY(connection.statement("INSERT INTO provider_sign_ins (secret_hash, account, next, "
                                  "language, expires_at) VALUES (?, ?, ?, ?, ?)"))
      .run(sql::Blob{secret.bytes}, account, sign_in.next, sign_in.language,
           milliseconds(sign_in.expires_at));
}

Result<std::optional<ProviderSignIn>> take_provider_sign_in(sql::Connection& connection,
                                                            const SecretHash& secret,
                                                            Timestamp now) {
  ProviderSignIn sign_in;
  {
    auto row =
        TRY(connection.statement("SELECT account, next, language, expires_at FROM "
                                 "provider_sign_ins WHERE secret_hash = ?"));
    TRY(row.bind(sql::Blob{secret.bytes}));
    if (!TRY(row.step())) return std::nullopt;
    if (const auto account = row.optional_integer(0)) {
      sign_in.account = ecosystem::PersonId{*account};
    }
    sign_in.next = row.text(1);
    sign_in.language = row.text(2);
    sign_in.expires_at = moment_of(row.integer(3));
  }
  TRY(TRY(connection.statement("DELETE FROM provider_sign_ins WHERE secret_hash = ?"))
          .run(sql::Blob{secret.bytes}));
  // Of two who come at once, one deleted it.
  if (connection.changed_rows() != 1 || sign_in.expires_at <= now) return std::nullopt;
  return sign_in;
}

}  // namespace tributary::store
