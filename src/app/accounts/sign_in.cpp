#include "app/accounts/account_desk.h"
#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"
#include "store/recorded_change.h"

namespace tributary::app {

Result<OpenedSession> AccountDesk::sign_in(const SignIn& request) {
  const auto mail = TRY(normalised_mail(request.mail));
  const auto account_subject = attempt_subject("account", mail);
  std::optional<store::Account> account;
  store::AttemptNumber from_address;
  {
    // Counted before the password is tried, so that many tries at once gain nothing.
    const auto lease = std::make_unique<store::ConnectionPool::Lease>(TRY(connections_.lend()));
    auto& connection = **lease;
    auto transaction = TRY(sql::Transaction::begin(connection));
    const auto now = clock_.now();
    TRY(store::count_attempt(connection, account_subject, kPerAccount, now));
    from_address = TRY(store::count_attempt(connection, attempt_subject("address", request.address),
                                            kPerAddress, now));
    account = TRY(store::find_account(connection, mail));
    TRY(transaction.commit());
  }
  const bool is_right =
      is_password(request.password, account ? account->password_hash : std::string());
  if (!is_right || !account->verified_at) {
    return fail(ErrorCode::not_signed_in, "mail address or password are not right");
  }

  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {.person = account->id}));
  TRY(store::forget_attempts(change.connection(), account_subject));
  TRY(store::forget_attempt(change.connection(), from_address));
  auto session = TRY(open_session(change.connection(), account->id, change.at()));
  TRY(change.commit("account.sign_in", subject_of(account->id), R"({"by":"password"})"));
  return session;
}

Result<OpenedSession> AccountDesk::sign_in_by_link(const std::string& link_secret) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  auto& connection = change.connection();
  const auto link = TRY(store::use_link(connection, {hash_of_secret(link_secret)},
                                        store::LinkPurpose::sign_in, change.at()));
  auto account = TRY(store::find_account(connection, link.account));
  if (!account) return fail(ErrorCode::unmet, "this account was erased");
  if (!account->verified_at) {
    account->verified_at = change.at();
    TRY(store::update_account(connection, *account));
  }
  auto session = TRY(open_session(connection, account->id, change.at()));
  TRY(change.commit("account.sign_in", subject_of(account->id), R"({"by":"link"})"));
  return session;
}

Result<OpenedSession> open_session(sql::Connection& connection, ecosystem::PersonId account,
                                   Timestamp now) {
  OpenedSession opened{.secret = new_secret(), .expires_at = now + kSessionLength};
  TRY(store::insert_session(connection, {hash_of_secret(opened.secret)},
                            {.account = account,
                             .created_at = now,
                             .last_used_at = now,
                             .expires_at = opened.expires_at}));
  return opened;
}

Result<> AccountDesk::sign_out(const Caller& caller) {
  if (!caller.session) return fail(ErrorCode::not_signed_in, "a token has no session to end");
  return end_session(caller, *caller.session);
}

}  // namespace tributary::app
