#include "app/oidc/id_token.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <optional>

#include "app/accounts/secrets.h"
#include "app/oidc/json_document.h"

namespace tributary::app {
namespace {

namespace json = boost::json;

constexpr std::size_t kLongestSubject = 255;  // OpenID Connect Core 1.0, section 2

std::unexpected<Error> wrong(const char* why) { return fail(ErrorCode::corrupt, why, "id_token"); }

/// Seconds since 1970, with a fraction or without. Nothing where it is absent or no number, or no
/// moment that a clock could show.
std::optional<Timestamp> moment_of_claim(const json::object& claims, std::string_view name) {
  constexpr double kLatestSeconds = 1e11;
  const auto* const value = claims.if_contains(name);
  if (value == nullptr || !value->is_number()) return std::nullopt;
  const auto seconds = value->to_number<double>();
  if (!(seconds >= 0 && seconds < kLatestSeconds)) return std::nullopt;
  return Timestamp(std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000)));
}

/// The audience is this client, and where there are others too the token was made for this one.
bool is_for(const json::object& claims, const std::string& client_id) {
  const auto* const audience = claims.if_contains("aud");
  if (audience == nullptr) return false;
  const auto authorized = text_of(claims, "azp");
  if (claims.contains("azp") && authorized != client_id) return false;
  if (audience->is_string()) return audience->as_string() == client_id;
  if (!audience->is_array()) return false;
  const auto& list = audience->as_array();
  const auto is_this = [&](const json::value& one) {
    return one.is_string() && one.as_string() == client_id;
  };
  return std::ranges::any_of(list, is_this) && (list.size() == 1 || authorized == client_id);
}

bool is_true(const json::object& claims, std::string_view name) {
  const auto* const value = claims.if_contains(name);
  if (value == nullptr) return false;
  // Some providers write the text.
  return value->is_bool() ? value->as_bool() : value->is_string() && value->as_string() == "true";
}

}  // namespace

ProviderPerson person_of_claims(const json::object& claims) {
  auto name = text_of(claims, "name");
  if (name.empty()) name = text_of(claims, "preferred_username");
  return {.subject = text_of(claims, "sub"),
          .mail = text_of(claims, "email"),
          .is_mail_proven = is_true(claims, "email_verified"),
          .name = std::move(name)};
}

Result<ProviderPerson> verified_person(const std::string& token, const KeySet& keys,
                                       const TokenExpectations& expected) {
  const auto claims = TRY(keys.payload_of(token));
  if (text_of(claims, "iss") != expected.issuer) return wrong("it is of another issuer");
  if (!is_for(claims, expected.client_id)) return wrong("it is for another client");
  const auto expires = moment_of_claim(claims, "exp"), issued = moment_of_claim(claims, "iat");
  if (!expires || *expires + kClockSkew <= expected.now) return wrong("it has expired");
  if (!issued || *issued - kClockSkew > expected.now) return wrong("it is of a later moment");
  if (*issued + kOldestToken + kClockSkew < expected.now) return wrong("it is too old");
  if (claims.contains("nbf")) {
    const auto begins = moment_of_claim(claims, "nbf");
    if (!begins || *begins - kClockSkew > expected.now) return wrong("it does not hold yet");
  }
  if (!are_equal_in_constant_time(text_of(claims, "nonce"), expected.nonce)) {
    return wrong("it answers another request");
  }
  auto person = person_of_claims(claims);
  if (person.subject.empty() || person.subject.size() > kLongestSubject) {
    return wrong("it names nobody");
  }
  return person;
}

}  // namespace tributary::app
