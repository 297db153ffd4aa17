#include "store/audit/audit_entry.h"

#include <sodium/crypto_hash_sha256.h>

#include "base/bytes.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

void append_counted(std::string& to, std::string_view text) {
  append(to, static_cast<std::uint32_t>(text.size()));
  to += text;
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
  static_assert(crypto_hash_sha256_BYTES == sizeof(Sha256));
  Sha256 hash;
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hash;
}

std::string hexadecimal(const Sha256& hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (const char byte : hash) {
    const auto value = static_cast<unsigned char>(byte);
    digits += kDigits[value >> 4U];
    digits += kDigits[value & 15U];
  }
  return digits;
}

Sha256 chained_hash(std::uint64_t number, const AuditEntry& entry, const Sha256& detail_hash,
                    const Sha256& before) {
  std::string bytes;
  append(bytes, number);
  append(bytes, milliseconds(entry.at));
  append(bytes, entry.person.value);
  append_counted(bytes, entry.action);
  append_counted(bytes, entry.subject);
  bytes.append(detail_hash.data(), detail_hash.size());
  bytes.append(before.data(), before.size());
  return sha256(bytes);
}

}  // namespace tributary::store
