#include "app/accounts/secrets.h"

#include <sodium.h>

#include <array>
#include <new>
#include <stdexcept>

namespace tributary::app {
namespace {

void start_sodium() {
  static const int started = sodium_init();
  if (started < 0) throw std::runtime_error("libsodium does not start");
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string url_safe(std::string_view bytes) {
  std::string text(
      sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();
  return text;
}

}  // namespace

std::string new_secret() {
  start_sodium();
  std::string bytes(32, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return url_safe(bytes);
}

std::string hash_of_secret(std::string_view secret) {
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(hash.data()), bytes_of(secret),
                     secret.size());
  return hash;
}

std::string csrf_token(std::string_view session_secret) {
  return url_safe(hash_of_secret("csrf token of session " + std::string(session_secret)));
}

std::string derived_secret(std::string_view purpose, std::string_view secret) {
  return url_safe_hash(std::string(purpose) + ' ' + std::string(secret));
}

std::string url_safe_hash(std::string_view text) { return url_safe(hash_of_secret(text)); }

bool are_equal_in_constant_time(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string hash_password(std::string_view password) {
  start_sodium();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    throw std::bad_alloc();
  }
  return hash.data();
}

bool is_password(std::string_view password, const std::string& hash) {
  static const std::string nobodys = hash_password(new_secret());
  const auto& compared = hash.empty() ? nobodys : hash;
  return crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0 &&
         !hash.empty();
}

}  // namespace tributary::app
