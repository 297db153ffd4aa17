// app/archive/sha256_sum.h
#pragma once

#include <sodium/crypto_hash_sha256.h>

#include <string>
#include <string_view>

namespace tributary::app {

/// SHA-256 (FIPS 180-4) of bytes that come a part at a time.
class Sha256Sum {
 public:
  Sha256Sum() { crypto_hash_sha256_init(&state_); }

  void add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
  }

  /// 64 hexadecimal digits. To be called once.
  std::string digits();

 private:
  crypto_hash_sha256_state state_{};
};

}  // namespace tributary::app
