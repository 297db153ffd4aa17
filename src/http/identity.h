// http/identity.h
//
// Who sent a request: by the cookie of a session, or by a token in "Authorization: Bearer".
//
//   const auto actor = TRY(identity.actor(request));           // anyone; a visitor is person 0
//   const auto caller = TRY(identity.signed_in(request));      // 401 for visitors
//
// A request that writes by cookie must show that a page of this server sent it: X-CSRF-Token is
// that of the session (GET /api/v1/account tells it) and Origin, where the browser names one, is
// this server. Tokens need neither, as no browser adds them by itself. Safe from any thread.
#pragma once

#include <optional>
#include <string>

#include "app/accounts/account_desk.h"
#include "http/request.h"
#include "http/response.h"

namespace tributary::http {

class Identity {
 public:
  /// `public_url` is where people reach this server; https there makes cookies Secure, and lets
  /// a proxy on this machine name the client's address. REQUIRES: the desk outlives it.
  Identity(app::AccountDesk& desk, std::string public_url)
      : desk_(desk), public_url_(std::move(public_url)) {}

  /// Nothing for a visitor. Problems: 401 for a token that does not hold; 403 for a write by
  /// cookie that this server's pages did not send.
  [[nodiscard]] Outcome<std::optional<app::Caller>> caller(const Request& request) const;
  [[nodiscard]] Outcome<ecosystem::Actor> actor(const Request& request) const;
  [[nodiscard]] Outcome<app::Caller> signed_in(const Request& request) const;
  /// For what no token may do: 403.
  [[nodiscard]] Outcome<app::Caller> in_session(const Request& request) const;

  /// 403 where the browser says that a page of another server sent it.
  [[nodiscard]] Outcome<void> refuse_other_origins(const Request& request) const;

  [[nodiscard]] std::string client_address(const Request& request) const;
  [[nodiscard]] static std::string session_secret(const Request& request);
  /// Empty where the browser sent none of this name.
  [[nodiscard]] static std::string cookie_value(const Request& request, std::string_view name);
  [[nodiscard]] Header session_cookie(const app::OpenedSession& session) const;
  [[nodiscard]] Header ended_cookie() const;
  /// One that scripts cannot read, sent to addresses under `path` alone; no seconds: it ends.
  [[nodiscard]] Header cookie(std::string_view name, const std::string& value,
                              std::string_view path, long long seconds) const;

 private:
  [[nodiscard]] bool is_behind_tls() const { return public_url_.starts_with("https://"); }

  app::AccountDesk& desk_;
  std::string public_url_;
};

}  // namespace tributary::http
