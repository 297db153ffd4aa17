// app/accounts/account_desk.h
//
// The use cases of people and rights: sign up, sign in, be known again, change and leave; and for
// administrators, who may do what.
//
//   AccountDesk desk(connections, clock, mail, "https://tributary.example.org");
//   const auto session = TRY(desk.sign_in({.mail = "…", .password = "…", .address = "192.0.2.7"}));
//   const auto caller = TRY(desk.caller_of_session(session.secret));   // with the next request
//
// What is told to a stranger never depends on whether a mail address has an account, nor does the
// time that it takes, but for the cost of a row. Every change is one transaction with its entry in
// the audit trail, which names people by number alone.
//
// Errors: `invalid_argument` with the field as the context, `not_signed_in`, `not_permitted`,
// `throttled`, `conflict`, `unmet` for links. Thread rule: safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/accounts/account_texts.h"
#include "app/mail/mail_queue.h"
#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/accounts/accounts.h"
#include "store/accounts/api_tokens.h"
#include "store/accounts/grants.h"
#include "store/accounts/one_time_links.h"
#include "store/accounts/provider_identities.h"
#include "store/accounts/sessions.h"
#include "store/notices/notice_preferences.h"
#include "store/notices/notices.h"
#include "store/partnership/claims.h"
#include "store/partnership/relay.h"
#include "store/pool.h"
#include "store/scouting/watches.h"

namespace tributary::app {

struct SignUp {
  std::string mail;
  std::string language = "en";  ///< of the mails
};

/// What comes with the link that a sign-up is answered by.
struct ConfirmSignUp {
  std::string link_secret, name, password;
};

struct SignIn {
  std::string mail, password;
  std::string address;  ///< of the network, to slow down who guesses
};

/// Handed out once; only its hash is kept.
struct OpenedSession {
  std::string secret;
  Timestamp expires_at;
};

/// Who asks, and by what that is known.
struct Caller {
  ecosystem::Actor actor;
  std::string name;
  std::optional<store::SessionNumber> session;  ///< nothing: by a token
};

struct AccountView {
  store::Account account;
  std::vector<ecosystem::Grant> grants;  ///< without the membership that all have
};

struct CreatedToken {
  store::TokenNumber number;
  std::string secret;
};

/// A conversation with what was written in it.
struct KeptConversation {
  store::RelayThread thread;
  std::vector<store::RelayMessage> messages;
};

/// All that is kept about a person, for that person.
struct PersonalData {
  store::Account account;
  std::vector<store::GrantEvent> grants;
  std::vector<store::Session> sessions;
  std::vector<store::ApiToken> tokens;
  std::vector<store::ProviderIdentity> provider_identities;
  std::vector<store::Watch> watches;
  std::vector<store::Notice> notices;  ///< newest first
  store::MailRhythm notices_by_mail = store::MailRhythm::daily;
  ecosystem::NoticeGroups notices_not_by_mail;
  std::vector<store::Claim> claims;
  std::vector<KeptConversation> conversations;                  ///< that the person began
  std::vector<store::RelayMessage> messages_for_organisations;  ///< that they wrote in others
  std::vector<store::OrganisationId> takes_messages_for;
};

class AccountDesk {
 public:
  /// REQUIRES: all of them outlive it. Links in mails begin with `public_url`.
  AccountDesk(store::ConnectionPool& connections, const Clock& clock, MailQueue& mail,
              std::string public_url)
      : connections_(connections), clock_(clock), mail_(mail), public_url_(std::move(public_url)) {}

  // Strangers.
  Result<> sign_up(const SignUp& request, const std::string& address);
  Result<OpenedSession> confirm(const ConfirmSignUp& request);
  /// Of change_mail().
  Result<> confirm_mail(const std::string& link_secret);
  Result<OpenedSession> sign_in(const SignIn& request);
  Result<OpenedSession> sign_in_by_link(const std::string& link_secret);
  Result<> ask_for_reset(const std::string& mail, const std::string& address);
  /// Ends all sessions of the account.
  Result<> reset_password(const std::string& link_secret, const std::string& password);

  /// Nothing where the session is unknown or over.
  Result<std::optional<Caller>> caller_of_session(const std::string& secret);
  Result<std::optional<Caller>> caller_of_token(const std::string& secret);

  // Whoever is signed in, about themselves.
  Result<AccountView> view(const Caller& caller);
  Result<> sign_out(const Caller& caller);
  /// An account without a password needs none. Ends the other sessions.
  Result<> change_password(const Caller& caller, const std::string& present,
                           const std::string& password);
  /// Holds once the link that is sent there is used.
  Result<> change_mail(const Caller& caller, const std::string& mail, const std::string& password);
  Result<std::vector<store::Session>> sessions(const Caller& caller);
  Result<> end_session(const Caller& caller, store::SessionNumber number);
  Result<std::vector<store::ApiToken>> tokens(const Caller& caller);
  Result<CreatedToken> create_token(const Caller& caller, const std::string& name,
                                    std::uint64_t days);
  Result<> remove_token(const Caller& caller, store::TokenNumber number);
  /// Whether it is the account's; one without needs none. Counts attempts as sign_in() does.
  Result<> check_present_password(const store::Account& account, const std::string& password);
  Result<PersonalData> personal_data(const Caller& caller);
  Result<> erase(const Caller& caller, const std::string& password);

  // Administrators. Nobody gives a role to himself; an administrator is always left.
  Result<std::vector<AccountView>> accounts(const ecosystem::Actor& actor,
                                            ecosystem::PersonId after, std::uint64_t limit);
  Result<> grant(const ecosystem::Actor& actor, ecosystem::PersonId account,
                 const ecosystem::Grant& grant);
  Result<> take_back(const ecosystem::Actor& actor, ecosystem::PersonId account,
                     const ecosystem::Grant& grant);

  // The installation itself, from its command line.
  Result<ecosystem::PersonId> create(const std::string& mail, const std::string& name,
                                     const std::string& language);
  Result<std::vector<AccountView>> all_accounts();
  Result<ecosystem::PersonId> person_with(const std::string& mail_or_number);
  /// Path and fragment of a page that signs in once, within a day: "/sign-in-link#…".
  Result<std::string> sign_in_link(ecosystem::PersonId account);
  /// A sign-in link of the first administrator where none has ever signed in; else nothing.
  Result<std::optional<std::string>> first_administrator_link();

 private:
  /// Path and fragment: the secret stands behind "#", where it reaches no server, log or Referer.
  Result<std::string> new_link(sql::Connection& connection, const store::OneTimeLink& link,
                               std::string_view page);
  Result<Caller> caller_of(sql::Connection& connection, ecosystem::PersonId account);
  Result<> change_grant(const ecosystem::Actor& actor, ecosystem::PersonId account,
                        const ecosystem::Grant& grant, bool is_given);

  store::ConnectionPool& connections_;
  const Clock& clock_;
  MailQueue& mail_;
  std::string public_url_;
};

/// Whoever opens it has proven who `account` is; the entry in the trail is theirs to make.
/// REQUIRES: an open transaction.
Result<OpenedSession> open_session(sql::Connection& connection, ecosystem::PersonId account,
                                   Timestamp now);

/// The installation itself, as the trail names it.
inline ecosystem::Actor installation() {
  return {.person = {}, .grants = {{ecosystem::Role::administrator, {}}}};
}

}  // namespace tributary::app
