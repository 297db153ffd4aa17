#include "app/archive/sha256_sum.h"

#include "store/audit/audit_entry.h"

namespace tributary::app {

std::string Sha256Sum::digits() {
  store::Sha256 hash{};
  crypto_hash_sha256_final(&state_, reinterpret_cast<unsigned char*>(hash.data()));
  return store::hexadecimal(hash);
}

}  // namespace tributary::app
