#include "app/oidc/key_set.h"

#include <cjose/cjose.h>
#include <sodium.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <optional>

#include "app/oidc/json_document.h"

namespace tributary::app {
namespace {

namespace json = boost::json;

constexpr std::size_t kShortestModulusBytes = 256;
constexpr std::size_t kLongestTokenBytes = 64UL * 1024;

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t length = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &length, nullptr,
                        sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0) {
    return std::nullopt;
  }
  bytes.resize(length);
  return bytes;
}

std::optional<SignatureKind> kind_of_algorithm(std::string_view algorithm) {
  if (algorithm == "RS256") return SignatureKind::rs256;
  if (algorithm == "ES256") return SignatureKind::es256;
  return std::nullopt;
}

std::optional<SignatureKind> kind_of_key(const json::object& key) {
  const auto type = text_of(key, "kty");
  if (type == "EC" && text_of(key, "crv") == "P-256") return SignatureKind::es256;
  if (type != "RSA") return std::nullopt;
  const auto modulus = from_base64url(text_of(key, "n"));
  if (!modulus || modulus->size() < kShortestModulusBytes) return std::nullopt;
  return SignatureKind::rs256;
}

/// Nothing for a key that cannot have signed what this set is asked about.
std::optional<PublicKey> usable_key(const json::value& value) {
  if (!value.is_object()) return std::nullopt;
  const auto& key = value.as_object();
  const auto kind = kind_of_key(key);
  const auto use = text_of(key, "use"), algorithm = text_of(key, "alg");
  if (!kind || (!use.empty() && use != "sig")) return std::nullopt;
  if (!algorithm.empty() && kind_of_algorithm(algorithm) != kind) return std::nullopt;
  return PublicKey{.id = text_of(key, "kid"), .kind = *kind, .json = json::serialize(value)};
}

/// The payload where `key` signed the token.
std::optional<std::string> payload_signed_by(const PublicKey& key, const std::string& token) {
  const std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> imported(
      cjose_jwk_import(key.json.data(), key.json.size(), nullptr), cjose_jwk_release);
  const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> signature(
      cjose_jws_import(token.data(), token.size(), nullptr), cjose_jws_release);
  if (!imported || !signature) return std::nullopt;
  if (!cjose_jws_verify(signature.get(), imported.get(), nullptr)) return std::nullopt;
  std::uint8_t* bytes = nullptr;
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(signature.get(), &bytes, &size, nullptr)) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace

Result<KeySet> KeySet::parse(std::string_view text) {
  const auto document = TRY(parse_json_object(text, "keys"));
  const auto* const list = document.if_contains("keys");
  if (list == nullptr || !list->is_array()) {
    return fail(ErrorCode::corrupt, "there is no list of keys", "keys");
  }
  KeySet set;
  for (const auto& value : list->as_array()) {
    if (auto key = usable_key(value)) set.keys.push_back(*std::move(key));
  }
  return set;
}

Result<json::object> KeySet::payload_of(const std::string& token) const {
  if (token.size() > kLongestTokenBytes) {
    return fail(ErrorCode::corrupt, "the token is longer than 64 KiB", "id_token");
  }
  const auto head_bytes = from_base64url(std::string_view(token).substr(0, token.find('.')));
  if (!head_bytes) return fail(ErrorCode::corrupt, "the token has no head", "id_token");
  const auto head = TRY(parse_json_object(*head_bytes, "head of id_token"));
  const auto kind = kind_of_algorithm(text_of(head, "alg"));
  if (!kind) {
    return fail(ErrorCode::corrupt, "the token is not signed by RS256 or ES256", "id_token");
  }
  if (head.contains("crit")) {
    return fail(ErrorCode::corrupt, "the token demands what is not understood here", "id_token");
  }
  const auto id = text_of(head, "kid");
  bool is_key_known = false;
  for (const auto& key : keys) {
    if (key.kind != *kind || (!id.empty() && key.id != id)) continue;
    if (const auto payload = payload_signed_by(key, token)) {
      return parse_json_object(*payload, "id_token");
    }
    is_key_known = !id.empty();
  }
  if (is_key_known) return fail(ErrorCode::corrupt, "the signature is wrong", "id_token");
  return fail(ErrorCode::not_found, "no key of the provider fits the signature", "id_token");
}

}  // namespace tributary::app
