// store/accounts/provider_sign_ins.h
//
// Who was sent to an OpenID Connect provider and has not come back yet. Writing REQUIRES an open
// transaction.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/accounts/secret_hash.h"

namespace tributary::store {

struct ProviderSignIn {
  std::optional<ecosystem::PersonId>
      account;           ///< to connect with the provider; nothing: to sign in
  std::string next;      ///< the path of this server to go on with
  std::string language;  ///< of the mails to an account that is made
  Timestamp expires_at;
};

/// Those that expired by `now` are forgotten on the way.
Result<> insert_provider_sign_in(sql::Connection& connection, const SecretHash& secret,
                                 const ProviderSignIn& sign_in, Timestamp now);

/// Takes it out, so that it is found once. Nothing for one that is unknown, was taken already or
/// has expired by `now`.
Result<std::optional<ProviderSignIn>> take_provider_sign_in(sql::Connection& connection,
                                                            const SecretHash& secret,
                                                            Timestamp now);

}  // namespace tributary::store
