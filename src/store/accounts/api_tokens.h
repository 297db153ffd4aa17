// store/accounts/api_tokens.h
//
// What programs show instead of a password. Writing REQUIRES an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/accounts/secret_hash.h"

namespace tributary::store {

struct ApiToken {
  TokenNumber number;
  ecosystem::PersonId account;
  std::string name;  ///< what it is for, in the words of its owner
  Timestamp created_at;
  std::optional<Timestamp> last_used_at;
  Timestamp expires_at;
};

Result<TokenNumber> insert_token(sql::Connection& connection, const SecretHash& secret,
                                 const ApiToken& token);

/// Nothing for one that is unknown or has expired by `now`.
Result<std::optional<ApiToken>> find_token(sql::Connection& connection, const SecretHash& secret,
                                           Timestamp now);

Result<> note_token_use(sql::Connection& connection, TokenNumber number, Timestamp now);

/// Newest first, the expired ones too.
Result<std::vector<ApiToken>> tokens_of(sql::Connection& connection, ecosystem::PersonId account);

/// Errors: `not_found` where the account has no such token.
Result<> remove_token(sql::Connection& connection, ecosystem::PersonId account, TokenNumber number);

}  // namespace tributary::store
