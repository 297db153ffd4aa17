// app/oidc/id_token.h
//
// What a provider says of who signed in there (OpenID Connect Core 1.0, section 2), and whether it
// may be believed (3.1.3.7). Pure.
#pragma once

#include <boost/json/object.hpp>
#include <chrono>
#include <string>

#include "app/oidc/key_set.h"
#include "base/clock.h"

namespace tributary::app {

/// How far the clocks of two servers may be apart.
inline constexpr std::chrono::minutes kClockSkew{2};
/// A token is made for the code that is handed in, so it is as young.
inline constexpr std::chrono::minutes kOldestToken{10};

struct TokenExpectations {
  std::string issuer, client_id, nonce;
  Timestamp now;
};

struct ProviderPerson {
  std::string subject;  ///< for good and of this issuer: what an account is found by
  std::string mail;     ///< as the provider writes it; empty: it says none
  bool is_mail_proven = false;
  std::string name;  ///< empty: it says none
};

/// Errors: `not_found` as KeySet::payload_of(); `corrupt` saying which claim is wrong.
Result<ProviderPerson> verified_person(const std::string& token, const KeySet& keys,
                                       const TokenExpectations& expected);

/// By the claims of a token or of the answer of a userinfo endpoint, none of which is checked.
ProviderPerson person_of_claims(const boost::json::object& claims);

}  // namespace tributary::app
