// app/oidc/identity_provider.h
//
// One OpenID Connect provider: where people are sent to sign in, and who came back.
//
//   IdentityProvider provider(settings, "https://tributary.example.org", web, clock);
//   redirect(TRY(provider.address_for(secrets)));                  // the authorization code flow
//   const auto person = TRY(provider.person_of(code, secrets));    // with PKCE (RFC 7636)
//
// What the provider publishes of itself is asked for when it is first needed and kept for an hour,
// its keys until a signature needs one that is not among them. So a provider that is down keeps
// nobody from anything but signing in through it.
//
// Errors: `io` where the provider cannot be reached; `corrupt` where it answers what may not be
// believed. Neither names a secret. Thread rule: safe from any thread.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "app/oidc/id_token.h"
#include "app/oidc/web_client.h"
#include "base/clock.h"

namespace tributary::app {

struct ProviderSettings {
  std::string issuer;  ///< "https://login.example.org/realms/vet"
  std::string client_id, client_secret;
  std::string name = "OpenID Connect";  ///< as people know it
};

/// Errors: `invalid_argument` naming the option of the command line.
Result<> check_provider_settings(const ProviderSettings& settings);

/// The texts that bind an answer to the browser that was sent: all from one secret, which that
/// browser alone keeps.
struct SignInSecrets {
  std::string state, nonce, verifier;

  static SignInSecrets from(const std::string& browser_secret);
};

class IdentityProvider {
 public:
  /// REQUIRES: web client and clock outlive it.
  IdentityProvider(ProviderSettings settings, const std::string& public_url, WebClient& web,
                   const Clock& clock);

  [[nodiscard]] const std::string& name() const { return settings_.name; }
  [[nodiscard]] const std::string& issuer() const { return settings_.issuer; }

  /// Of the page of the provider that asks people to sign in.
  Result<std::string> address_for(const SignInSecrets& secrets);

  /// Who signed in there, by the code that the browser brought back.
  Result<ProviderPerson> person_of(const std::string& code, const SignInSecrets& secrets);

 private:
  /// What the provider says of itself at /.well-known/openid-configuration.
  struct Endpoints {
    std::string authorization, token, keys;
    std::string userinfo;  ///< empty: it has none
    bool takes_secret_in_form = false;
    Timestamp read_at;
  };
  struct Tokens {
    std::string id_token, access_token;
  };

  Result<std::shared_ptr<const Endpoints>> endpoints();
  Result<std::shared_ptr<const Endpoints>> read_endpoints();
  Result<std::shared_ptr<const KeySet>> read_keys(const Endpoints& endpoints);
  Result<Tokens> tokens_for(const Endpoints& endpoints, const std::string& code,
                            const std::string& verifier);
  Result<ProviderPerson> person_of_token(const Endpoints& endpoints, const std::string& id_token,
                                         const std::string& nonce);
  /// What the token leaves out, from where providers tell it instead.
  Result<> complete(const Endpoints& endpoints, const std::string& access_token,
                    ProviderPerson& person);
  /// An answer that is a JSON object with status 200.
  Result<boost::json::object> document(const WebRequest& request, const std::string& what);

  const ProviderSettings settings_;
  const std::string return_address_;
  WebClient& web_;
  const Clock& clock_;
  std::mutex mutex_;  // of both, which are never changed but exchanged
  std::shared_ptr<const Endpoints> endpoints_;
  std::shared_ptr<const KeySet> keys_;
};

/// Where the provider sends people back to, behind the public address.
inline constexpr std::string_view kProviderReturnPath = "/api/v1/account/provider/return";

}  // namespace tributary::app
