#include "store/accounts/provider_identities.h"

#include <algorithm>

#include "store/stored_moment.h"

namespace tributary::store {
namespace {

constexpr std::string_view kIdentityColumns =
    "SELECT issuer, subject, account, linked_at FROM provider_identities ";

ProviderIdentity identity_of_row(const sql::Statement& row) {
  return {.issuer = std::string(row.text(0)),
          .subject = std::string(row.text(1)),
          .account = {row.integer(2)},
          .linked_at = moment_of(row.integer(3))};
}

}  // namespace

Result<> insert_provider_identity(sql::Connection& connection, const ProviderIdentity& identity) {
  if (TRY(find_provider_identity(connection, identity.issuer, identity.subject))) {
    return fail(ErrorCode::conflict, "another account is connected with this sign-in");
  }
  const auto held = TRY(provider_identities_of(connection, identity.account));
  if (std::ranges::count(held, identity.issuer, &ProviderIdentity::issuer) > 0) {
    return fail(ErrorCode::conflict, "this account is connected with a sign-in already");
  }
  return TRY(connection.statement("INSERT INTO provider_identities (issuer, subject, account, "
                                  "linked_at) VALUES (?, ?, ?, ?)"))
      .run(identity.issuer, identity.subject, identity.account.value,
           milliseconds(identity.linked_at));
}

Result<std::optional<ProviderIdentity>> find_provider_identity(sql::Connection& connection,
                                                               const std::string& issuer,
                                                               const std::string& subject) {
  auto row =
      TRY(connection.statement(std::string(kIdentityColumns) + "WHERE issuer = ? AND subject = ?"));
  TRY(row.bind(issuer, subject));
  if (!TRY(row.step())) return std::nullopt;
  return identity_of_row(row);
}

Result<std::vector<ProviderIdentity>> provider_identities_of(sql::Connection& connection,
                                                             ecosystem::PersonId account) {
  std::vector<ProviderIdentity> identities;
  auto row = TRY(
      connection.statement(std::string(kIdentityColumns) + "WHERE account = ? ORDER BY issuer"));
  TRY(row.bind(account.value));
  while (TRY(row.step())) identities.push_back(identity_of_row(row));
  return identities;
}

Result<> remove_provider_identity(sql::Connection& connection, ecosystem::PersonId account,
                                  const std::string& issuer) {
  TRY(TRY(connection.statement("DELETE FROM provider_identities WHERE account = ? AND issuer = ?"))
          .run(account.value, issuer));
  if (connection.changed_rows() == 1) return {};
  return fail(ErrorCode::not_found, "your account is not connected with this sign-in");
}

Result<> forget_providers_of(sql::Connection& connection, ecosystem::PersonId account) {
  TRY(TRY(connection.statement("DELETE FROM provider_sign_ins WHERE account = ?"))
          .run(account.value));
  return TRY(connection.statement("DELETE FROM provider_identities WHERE account = ?"))
      .run(account.value);
}

}  // namespace tributary::store
