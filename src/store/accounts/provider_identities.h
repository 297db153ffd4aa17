// store/accounts/provider_identities.h
//
// By what another organisation, an OpenID Connect provider, knows the people who have accounts. An
// account has one identity of a provider at most. Writing REQUIRES an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"

namespace tributary::store {

struct ProviderIdentity {
  std::string issuer;   ///< the address that the provider calls itself by
  std::string subject;  ///< the person, as the provider names it; never given to another
  ecosystem::PersonId account;
  Timestamp linked_at;
};

/// Errors: `conflict` where the identity is of an account already, or the account has one of this
/// provider.
Result<> insert_provider_identity(sql::Connection& connection, const ProviderIdentity& identity);

Result<std::optional<ProviderIdentity>> find_provider_identity(sql::Connection& connection,
                                                               const std::string& issuer,
                                                               const std::string& subject);

/// By issuer.
Result<std::vector<ProviderIdentity>> provider_identities_of(sql::Connection& connection,
                                                             ecosystem::PersonId account);

/// Errors: `not_found` where the account has none of this provider.
Result<> remove_provider_identity(sql::Connection& connection, ecosystem::PersonId account,
                                  const std::string& issuer);

/// With what its person was sent to a provider for.
Result<> forget_providers_of(sql::Connection& connection, ecosystem::PersonId account);

}  // namespace tributary::store
