// app/oidc/testing/test_key.h: keys that tests sign tokens with.
#pragma once

#include <cjose/cjose.h>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <memory>
#include <string>

namespace tributary::app {

class TestKey {
 public:
  static TestKey rsa(std::string id, std::size_t bits = 2048) {
    constexpr std::size_t kExponentBytes = 3;
    const auto* const exponent = reinterpret_cast<const std::uint8_t*>("\x01\x00\x01");
    return TestKey("RS256", std::move(id),
                   cjose_jwk_create_RSA_random(bits, exponent, kExponentBytes, nullptr));
  }
  static TestKey curve(std::string id, cjose_jwk_ec_curve curve = CJOSE_JWK_EC_P_256) {
    return TestKey("ES256", std::move(id), cjose_jwk_create_EC_random(curve, nullptr));
  }
  /// One that both sides share, made of the text that the public key is published as.
  static TestKey shared(std::string id, const std::string& text) {
    return TestKey("HS256", std::move(id),
                   cjose_jwk_create_oct_spec(reinterpret_cast<const std::uint8_t*>(text.data()),
                                             text.size(), nullptr));
  }

  /// What a provider publishes of it.
  [[nodiscard]] boost::json::object published() const {
    const std::unique_ptr<char, decltype(cjose_get_dealloc())> text(
        cjose_jwk_to_json(key_.get(), false, nullptr), cjose_get_dealloc());
    auto object = boost::json::parse(text.get()).as_object();
    if (!id_.empty()) object["kid"] = id_;
    return object;
  }

  [[nodiscard]] std::string sign(const boost::json::object& claims) const {
    return sign_with_head(claims, {{"alg", algorithm_}, {"kid", id_}});
  }
  [[nodiscard]] std::string sign_with_head(
      const boost::json::object& claims,
      const std::vector<std::pair<std::string, std::string>>& fields) const {
    const std::unique_ptr<cjose_header_t, decltype(&cjose_header_release)> head(
        cjose_header_new(nullptr), cjose_header_release);
    for (const auto& [name, value] : fields) {
      if (!value.empty()) cjose_header_set(head.get(), name.c_str(), value.c_str(), nullptr);
    }
    const auto payload = boost::json::serialize(claims);
    const std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)> token(
        cjose_jws_sign(key_.get(), head.get(),
                       reinterpret_cast<const std::uint8_t*>(payload.data()), payload.size(),
                       nullptr),
        cjose_jws_release);
    const char* text = nullptr;
    return token && cjose_jws_export(token.get(), &text, nullptr) ? text : "not signed";
  }

 private:
  TestKey(std::string algorithm, std::string id, cjose_jwk_t* key)
      : algorithm_(std::move(algorithm)), id_(std::move(id)), key_(key, cjose_jwk_release) {}

  std::string algorithm_, id_;
  std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)> key_;
};

}  // namespace tributary::app
