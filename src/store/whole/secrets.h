// store/whole/secrets.h
#pragma once

#include <array>
#include <string_view>

namespace tributary::store {

struct Secret {
  std::string_view table;
  std::string_view column;  ///< a text, not NULL; empty: the table as a whole
};

/// What lets somebody in, or helps to guess it, by its hash. A test holds the list to the schema:
/// a column that is named as a secret has to be on it.
inline constexpr std::array kSecrets{Secret{"accounts", "password_hash"},
                                     Secret{"sessions", ""},
                                     Secret{"one_time_links", ""},
                                     Secret{"api_tokens", ""},
                                     Secret{"attempts", ""},
                                     Secret{"provider_sign_ins", ""},
                                     Secret{"notice_feeds", ""},
                                     Secret{"unsubscribe_links", ""},
                                     Secret{"claim_links", ""}};

}  // namespace tributary::store
