// app/oidc/testing/fake_provider.h: what a provider answers, without a network.
#pragma once

#include <algorithm>
#include <boost/json/array.hpp>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "app/oidc/testing/test_key.h"
#include "app/oidc/web_client.h"
#include "base/clock.h"

namespace tributary::app {

/// Answers at https://login.example.org for one client, as its members say. Of one test.
class FakeProvider final : public WebClient {
 public:
  explicit FakeProvider(const Clock& clock) : clock_(clock) {}

  static constexpr const char* kIssuer = "https://login.example.org";

  TestKey key = TestKey::rsa("key-1");
  boost::json::object configuration{
      {"issuer", kIssuer},
      {"authorization_endpoint", "https://login.example.org/authorize"},
      {"token_endpoint", "https://login.example.org/token"},
      {"jwks_uri", "https://login.example.org/keys"}};
  boost::json::object claims;    ///< of the token, beside those of every token
  boost::json::object userinfo;  ///< empty: there is no such endpoint
  std::string nonce;             ///< of the token
  bool is_down = false;
  int token_status = 200;
  std::vector<WebRequest> asked;

  /// How often an address that ends so was asked.
  [[nodiscard]] std::int64_t times_asked(std::string_view ending) const {
    return std::ranges::count_if(
        asked, [&](const WebRequest& one) { return one.address.ends_with(ending); });
  }

  Result<WebAnswer> ask(const WebRequest& request) override {
    asked.push_back(request);
    if (is_down) return fail(ErrorCode::io, "no answer", request.address);
    if (request.address.ends_with("/.well-known/openid-configuration")) {
      if (!userinfo.empty()) configuration["userinfo_endpoint"] = "https://login.example.org/me";
      return json(200, configuration);
    }
    if (request.address.ends_with("/keys")) {
      return json(200, {{"keys", boost::json::array{key.published()}}});
    }
    if (request.address.ends_with("/me")) return json(200, userinfo);
    if (token_status != 200) return json(token_status, {{"error", "invalid_grant"}});
    return json(200, {{"id_token", key.sign(token_claims())}, {"access_token", "a-1"}});
  }

 private:
  static WebAnswer json(int status, const boost::json::object& object) {
    return {.status = status, .body = boost::json::serialize(object)};
  }

  [[nodiscard]] boost::json::object token_claims() const {
    const auto seconds =
        std::chrono::floor<std::chrono::seconds>(clock_.now()).time_since_epoch().count();
    boost::json::object all{{"iss", kIssuer},
                            {"aud", "tributary"},
                            {"nonce", nonce},
                            {"iat", seconds},
                            {"exp", seconds + 300}};
    for (const auto& claim : claims) all[claim.key()] = claim.value();
    return all;
  }

  const Clock& clock_;
};

}  // namespace tributary::app
