#pragma once

#include <string>

#include "base/strong_id.h"

namespace tributary::store {

/// SHA-256 of a secret that is handed out once: 32 bytes. Who reads the database learns no secret.
struct SecretHash {
  std::string bytes;
};

using SessionNumber = StrongId<struct SessionTag>;
using TokenNumber = StrongId<struct TokenTag>;

}  // namespace tributary::store
