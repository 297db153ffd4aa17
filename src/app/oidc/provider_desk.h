// app/oidc/provider_desk.h
//
// The use cases of signing in through a provider: be sent there, come back, connect an account of
// one's own and part from the provider again.
//
//   const auto departure = TRY(desk.send_to_sign_in({.next = "/tasks"}, "192.0.2.7"));
//   // the browser keeps departure.browser_secret and goes to departure.address; when it is back:
//   const auto arrival = TRY(desk.arrive({.browser_secret = …, .state = …, .code = …}));
//
// An account is found by issuer and subject, never by a mail address: docs/decisions/0026 tells
// why. What the provider or the person there refuses is no Error but a refusal, for the page to
// tell; its cause is warned of in the log.
//
// Errors: `invalid_argument` with the field as the context, `throttled`, `not_permitted`,
// `conflict`. Waits for the provider, so for a thread that may. Thread rule: safe from any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/accounts/account_desk.h"
#include "app/oidc/identity_provider.h"
#include "store/accounts/attempts.h"
#include "store/accounts/provider_sign_ins.h"

namespace tributary::app {

/// How long people may take at the provider's.
inline constexpr std::chrono::minutes kAwayLength{10};
/// From one network address; a school whose classes sign in at nine has one.
inline constexpr store::AttemptLimit kDeparturesPerAddress{.most = 200,
                                                           .within = std::chrono::minutes(15)};

enum class ProviderRefusal : std::uint8_t {
  unreachable,       ///< the provider does not answer
  wrong_answer,      ///< it answers what may not be believed
  refused,           ///< the person, or the provider, said no
  stale,             ///< not sent from this browser, sent too long ago, or back already
  mail_not_proven,   ///< somebody new, of whose mail address the provider says nothing certain
  mail_taken,        ///< somebody new, whose mail address an account has
  connected_before,  ///< the account is connected already, or the identity with another account
  not_signed_in,     ///< to connect, one has to be signed in here when one comes back
};

std::string_view name_of(ProviderRefusal refusal);

struct SendToSignIn {
  std::string next = "/account";  ///< the page to go on with: a path of this server
  std::string language = "en";    ///< of the mails, where an account is made
};

struct ProviderDeparture {
  std::string browser_secret;              ///< for that browser to keep, and for none else
  std::string address;                     ///< of the provider's page
  std::optional<ProviderRefusal> refusal;  ///< then there is neither
};

/// What the browser brings.
struct ProviderReturn {
  std::string browser_secret;
  std::string state, code;
  std::string error;           ///< of the provider: "access_denied"
  std::string issuer;          ///< RFC 9207; empty: the provider does not say
  std::string session_secret;  ///< of who is signed in; empty: nobody
};

struct ProviderArrival {
  std::optional<OpenedSession> session;    ///< nothing where an account was connected
  std::string next;                        ///< the page to go on with, or that tells the refusal
  std::optional<ProviderRefusal> refusal;  ///< then there is no session
};

class ProviderDesk {
 public:
  /// REQUIRES: all of them outlive it.
  ProviderDesk(store::ConnectionPool& connections, const Clock& clock, AccountDesk& accounts,
               IdentityProvider& provider)
      : connections_(connections), clock_(clock), accounts_(accounts), provider_(provider) {}

  [[nodiscard]] const std::string& provider_name() const { return provider_.name(); }

  Result<ProviderDeparture> send_to_sign_in(const SendToSignIn& wanted, const std::string& address);
  /// Needs the password as other changes of the account do: who only found an open browser must
  /// not leave with a way in.
  Result<ProviderDeparture> send_to_connect(const Caller& caller, const std::string& password);
  Result<ProviderArrival> arrive(const ProviderReturn& back);

  Result<bool> is_connected(const Caller& caller);
  /// Errors: `conflict` where nothing else would let the person in.
  Result<> part(const Caller& caller);

 private:
  Result<ProviderDeparture> send(const store::ProviderSignIn& sign_in);
  /// To what the provider sent a browser back with that was away.
  Result<ProviderArrival> answered(const ProviderReturn& back, const SignInSecrets& secrets,
                                   const store::ProviderSignIn& sign_in);
  Result<ProviderArrival> sign_in(const ProviderPerson& person,
                                  const store::ProviderSignIn& sign_in);
  Result<ProviderArrival> sign_in_anew(const ProviderPerson& person,
                                       const store::ProviderSignIn& sign_in);
  Result<ProviderArrival> connect(const ProviderPerson& person, ecosystem::PersonId account,
                                  const std::string& session_secret);

  store::ConnectionPool& connections_;
  const Clock& clock_;
  AccountDesk& accounts_;
  IdentityProvider& provider_;
};

/// Errors: `invalid_argument` for "next" where a browser could read it as an address elsewhere, or
/// it is none of a page.
Result<> check_next(const std::string& next);

}  // namespace tributary::app
