#include "app/oidc/identity_provider.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "app/accounts/secrets.h"
#include "app/oidc/json_document.h"

namespace tributary::app {
namespace {

constexpr std::chrono::hours kEndpointsKept{1};
constexpr int kFine = 200;

std::string without_last_slash(std::string address) {
  if (address.ends_with('/')) address.pop_back();
  return address;
}

/// Whether the secret goes into the form: where the provider does not say that it takes it in the
/// header, which it otherwise has to (OpenID Connect Discovery 1.0, section 3).
bool wants_secret_in_form(const boost::json::object& configuration) {
  const auto* const methods = configuration.if_contains("token_endpoint_auth_methods_supported");
  if (methods == nullptr || !methods->is_array()) return false;
  const auto names = [&](std::string_view name) {
    return std::ranges::any_of(methods->as_array(), [&](const boost::json::value& method) {
      return method.is_string() && method.as_string() == name;
    });
  };
  return !names("client_secret_basic") && names("client_secret_post");
}

}  // namespace

SignInSecrets SignInSecrets::from(const std::string& browser_secret) {
  return {.state = derived_secret("state of sign-in", browser_secret),
          .nonce = derived_secret("nonce of sign-in", browser_secret),
          .verifier = derived_secret("verifier of sign-in", browser_secret)};
}

IdentityProvider::IdentityProvider(ProviderSettings settings, const std::string& public_url,
                                   WebClient& web, const Clock& clock)
    : settings_(std::move(settings)),
      return_address_(without_last_slash(public_url) + std::string(kProviderReturnPath)),
      web_(web),
      clock_(clock) {}

Result<std::string> IdentityProvider::address_for(const SignInSecrets& secrets) {
  const auto known = TRY(endpoints());
  const FormFields fields{{"response_type", "code"},
                          {"client_id", settings_.client_id},
                          {"redirect_uri", return_address_},
                          {"scope", "openid email profile"},
                          {"state", secrets.state},
                          {"nonce", secrets.nonce},
                          {"code_challenge", url_safe_hash(secrets.verifier)},
                          {"code_challenge_method", "S256"}};
  const char joint = known->authorization.contains('?') ? '&' : '?';
  return known->authorization + joint + form_encoded(fields);
}

Result<ProviderPerson> IdentityProvider::person_of(const std::string& code,
                                                   const SignInSecrets& secrets) {
  const auto known = TRY(endpoints());
  const auto tokens = TRY(tokens_for(*known, code, secrets.verifier));
  auto person = TRY(person_of_token(*known, tokens.id_token, secrets.nonce));
  if (person.mail.empty() && !known->userinfo.empty() && !tokens.access_token.empty()) {
    TRY(complete(*known, tokens.access_token, person));
  }
  return person;
}

Result<boost::json::object> IdentityProvider::document(const WebRequest& request,
                                                       const std::string& what) {
  const auto answer = TRY(web_.ask(request));
  if (answer.status != kFine) {
    constexpr int kFirstOfServerErrors = 500;
    // Of a refusal the provider's own word for it, such as "invalid_client", helps who set it up.
    const auto refusal = parse_json_object(answer.body, what);
    return fail(answer.status >= kFirstOfServerErrors ? ErrorCode::io : ErrorCode::corrupt,
                fmt::format("the provider answers {} {}", answer.status,
                            refusal ? for_log(text_of(*refusal, "error")) : ""),
                what);
  }
  return parse_json_object(answer.body, what);
}

Result<std::shared_ptr<const IdentityProvider::Endpoints>> IdentityProvider::endpoints() {
  {
    const std::scoped_lock lock(mutex_);
    if (endpoints_ && clock_.now() - endpoints_->read_at < kEndpointsKept) return endpoints_;
  }
  auto read = TRY(read_endpoints());
  const std::scoped_lock lock(mutex_);
  endpoints_ = std::move(read);
  return endpoints_;
}

Result<std::shared_ptr<const IdentityProvider::Endpoints>> IdentityProvider::read_endpoints() {
  const auto address = without_last_slash(settings_.issuer) + "/.well-known/openid-configuration";
  const auto said = TRY(document({.address = address, .form = {}}, address));
  if (text_of(said, "issuer") != settings_.issuer) {
    return fail(ErrorCode::corrupt,
                "it calls itself \"" + for_log(text_of(said, "issuer")) + "\", not as given",
                address);
  }
  Endpoints found{.authorization = text_of(said, "authorization_endpoint"),
                  .token = text_of(said, "token_endpoint"),
                  .keys = text_of(said, "jwks_uri"),
                  .userinfo = text_of(said, "userinfo_endpoint"),
                  .takes_secret_in_form = wants_secret_in_form(said),
                  .read_at = clock_.now()};
  for (const auto* const needed : {&found.authorization, &found.token, &found.keys}) {
    // A provider elsewhere may not send secrets to this machine: http:// only where it is here.
    const bool is_here_alone = needed->starts_with("http://");
    if (!is_safe_address(*needed) || (is_here_alone && !settings_.issuer.starts_with("http://"))) {
      return fail(ErrorCode::corrupt, "it names no endpoint that can be used", address);
    }
  }
  return std::make_shared<const Endpoints>(std::move(found));
}

Result<std::shared_ptr<const KeySet>> IdentityProvider::read_keys(const Endpoints& endpoints) {
  const auto answer = TRY(web_.ask({.address = endpoints.keys, .form = {}}));
  if (answer.status != kFine) {
    return fail(ErrorCode::io, fmt::format("the provider answers {}", answer.status), "keys");
  }
  auto keys = std::make_shared<const KeySet>(TRY(KeySet::parse(answer.body)));
  const std::scoped_lock lock(mutex_);
  keys_ = keys;
  return keys;
}

Result<IdentityProvider::Tokens> IdentityProvider::tokens_for(const Endpoints& endpoints,
                                                              const std::string& code,
                                                              const std::string& verifier) {
  WebRequest request{.address = endpoints.token,
                     .form = {{"grant_type", "authorization_code"},
                              {"code", code},
                              {"redirect_uri", return_address_},
                              {"code_verifier", verifier}}};
  if (endpoints.takes_secret_in_form) {
    request.form.emplace_back("client_id", settings_.client_id);
    request.form.emplace_back("client_secret", settings_.client_secret);
  } else {  // encoded before they are joined: RFC 6749, section 2.3.1
    request.name = form_encoded(settings_.client_id);
    request.password = form_encoded(settings_.client_secret);
  }
  const auto said = TRY(document(request, "token endpoint"));
  Tokens tokens{.id_token = text_of(said, "id_token"),
                .access_token = text_of(said, "access_token")};
  if (tokens.id_token.empty()) {
    return fail(ErrorCode::corrupt, "there is no id_token in the answer", "token endpoint");
  }
  return tokens;
}

Result<ProviderPerson> IdentityProvider::person_of_token(const Endpoints& endpoints,
                                                         const std::string& id_token,
                                                         const std::string& nonce) {
  const TokenExpectations expected{.issuer = settings_.issuer,
                                   .client_id = settings_.client_id,
                                   .nonce = nonce,
                                   .now = clock_.now()};
  std::shared_ptr<const KeySet> known;
  {
    const std::scoped_lock lock(mutex_);
    known = keys_;
  }
  if (known) {
    auto person = verified_person(id_token, *known, expected);
    if (person || person.error().code != ErrorCode::not_found) return person;
  }
  // Providers change their keys; a token names the one that it is signed by.
  const auto fresh = TRY(read_keys(endpoints));
  auto person = verified_person(id_token, *fresh, expected);
  if (!person) person.error().code = ErrorCode::corrupt;
  return person;
}

Result<> IdentityProvider::complete(const Endpoints& endpoints, const std::string& access_token,
                                    ProviderPerson& person) {
  const auto claims = TRY(document(
      {.address = endpoints.userinfo, .form = {}, .bearer = access_token}, "userinfo endpoint"));
  auto told = person_of_claims(claims);
  if (told.subject != person.subject) {
    return fail(ErrorCode::corrupt, "it tells of another person", "userinfo endpoint");
  }
  if (told.name.empty()) told.name = person.name;
  person = std::move(told);
  return {};
}

}  // namespace tributary::app
