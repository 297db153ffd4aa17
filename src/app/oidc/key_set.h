// app/oidc/key_set.h
//
// The public keys that a provider signs with (JSON Web Key Set, RFC 7517), and whether a text is
// signed by one of them (JSON Web Signature, RFC 7515). The cryptography is cjose's. Plain data.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tributary::app {

/// Only these two: a key that is public must never be taken for a shared secret (HS256), and
/// "none" is no signature.
enum class SignatureKind : std::uint8_t { rs256, es256 };

struct PublicKey {
  std::string id;  ///< empty: it has none
  SignatureKind kind = SignatureKind::rs256;
  std::string json;
};

struct KeySet {
  std::vector<PublicKey> keys;

  /// Keys of other kinds, for other uses, or of fewer than 2,048 bits are left out. Errors:
  /// `corrupt`.
  static Result<KeySet> parse(std::string_view json);

  /// What `token` says, once a key of the set is shown to have signed it. Errors: `not_found` where
  /// no key of the set could have, so that newer keys may help; `corrupt` for all else.
  [[nodiscard]] Result<boost::json::object> payload_of(const std::string& token) const;
};

}  // namespace tributary::app
