#include "http/identity.h"

#include <fmt/format.h>

#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"

namespace tributary::http {
namespace {

constexpr std::string_view kSessionCookie = "tributary_session";

bool is_write(Method method) {
  return method != Method::get && method != Method::head && method != Method::options;
}

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string Identity::session_secret(const Request& request) {
  return cookie_value(request, kSessionCookie);
}

std::string Identity::cookie_value(const Request& request, std::string_view name) {
  auto cookies = request.header("Cookie");
  while (!cookies.empty()) {
    const auto end = std::min(cookies.find(';'), cookies.size());
    const auto pair = without_blanks(cookies.substr(0, end));
    if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
      return std::string(pair.substr(name.size() + 1));
    }
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
  return {};
}

Outcome<void> Identity::refuse_other_origins(const Request& request) const {
  const auto origin = request.header("Origin");
  if (origin.empty() || origin == public_url_) return {};
  const auto host = request.header("Host");
  const auto scheme = is_behind_tls() ? "https://" : "http://";
  if (origin == scheme + std::string(host)) return {};
  return std::unexpected(Problem(403, "A page of another server sent this."));
}

Outcome<std::optional<app::Caller>> Identity::caller(const Request& request) const {
  constexpr std::string_view kBearer = "Bearer ";
  const auto authorization = request.header("Authorization");
  if (!authorization.empty()) {
    std::optional<app::Caller> caller;
    if (equal_ignoring_case(authorization.substr(0, kBearer.size()), kBearer)) {
      const auto token = without_blanks(authorization.substr(kBearer.size()));
      caller = TRY(desk_.caller_of_token(std::string(token)));
    }
    if (caller) return caller;
    return std::unexpected(
        Problem(Error{ErrorCode::not_signed_in, "This token is not known, or is too old."}));
  }
  const auto secret = session_secret(request);
  if (secret.empty()) return std::nullopt;
  auto caller = TRY(desk_.caller_of_session(secret));
  if (!caller || !is_write(request.method)) return caller;
  TRY(refuse_other_origins(request));
  if (!app::are_equal_in_constant_time(request.header("X-CSRF-Token"), app::csrf_token(secret))) {
    return std::unexpected(Problem(
        403, "X-CSRF-Token is not that of this session. Load the page again and repeat it."));
  }
  return caller;
}

Outcome<ecosystem::Actor> Identity::actor(const Request& request) const {
  auto known = TRY(caller(request));
  return known ? std::move(known->actor) : ecosystem::Actor{};
}

Outcome<app::Caller> Identity::signed_in(const Request& request) const {
  auto known = TRY(caller(request));
  if (known) return *std::move(known);
  return std::unexpected(Problem(Error{ErrorCode::not_signed_in, "Sign in first."}));
}

Outcome<app::Caller> Identity::in_session(const Request& request) const {
  auto known = TRY(signed_in(request));
  if (known.session) return known;
  return std::unexpected(Problem(403, "A token cannot do this; sign in with a browser."));
}

std::string Identity::client_address(const Request& request) const {
  const auto& peer = request.remote_address;
  const auto forwarded = request.header("X-Forwarded-For");
  const bool is_proxy = peer == "127.0.0.1" || peer == "::1";
  if (!is_behind_tls() || !is_proxy || forwarded.empty()) return peer;
  // The last one is the proxy's own observation; those before are what clients claim.
  const auto comma = forwarded.rfind(',');
  return std::string(
      without_blanks(comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1)));
}

Header Identity::cookie(std::string_view name, const std::string& value, std::string_view path,
                        long long seconds) const {
  return {"Set-Cookie", fmt::format("{}={}; Path={}; Max-Age={}; HttpOnly; SameSite=Lax{}", name,
                                    value, path, seconds, is_behind_tls() ? "; Secure" : "")};
}

Header Identity::session_cookie(const app::OpenedSession& session) const {
  return cookie(kSessionCookie, session.secret, "/",
                std::chrono::seconds(app::kSessionLength).count());
}

Header Identity::ended_cookie() const { return cookie(kSessionCookie, "", "/", 0); }

}  // namespace tributary::http
