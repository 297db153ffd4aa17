#include "app/accounts/account_desk.h"
#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"
#include "ecosystem/house_rules.h"
#include "store/recorded_change.h"

namespace tributary::app {

Result<> AccountDesk::ask_for_reset(const std::string& typed_mail, const std::string& address) {
  const auto mail = TRY(normalised_mail(typed_mail));
  auto lease = std::make_unique<store::ConnectionPool::Lease>(TRY(connections_.lend()));
  auto& connection = **lease;
  auto transaction = TRY(sql::Transaction::begin(connection));
  const auto now = clock_.now();
  TRY(store::count_attempt(connection, attempt_subject("address", address), kPerAddress, now));
  TRY(store::count_attempt(connection, attempt_subject("mail", mail), kPerMail, now));
  const auto account = TRY(store::find_account(connection, mail));
  std::string link;
  if (account) {
    link = TRY(new_link(connection,
                        {.account = account->id,
                         .purpose = store::LinkPurpose::reset,
                         .mail = mail,
                         .expires_at = now + kResetLength},
                        "reset-password"));
  }
  TRY(transaction.commit());
  if (account) {
    mail_.send(
        account_mail(AccountMail::reset_password, account->language, mail, public_url_ + link));
  }
  return {};
}

Result<> AccountDesk::reset_password(const std::string& link_secret, const std::string& password) {
  TRY(check_password(password, "password"));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  auto& connection = change.connection();
  const auto link = TRY(store::use_link(connection, {hash_of_secret(link_secret)},
                                        store::LinkPurpose::reset, change.at()));
  auto account = TRY(store::find_account(connection, link.account));
  if (!account || account->mail != link.mail) {
    return fail(ErrorCode::unmet, "the mail address of this account is another now");
  }
  account->password_hash = hash_password(password);
  account->verified_at = account->verified_at.value_or(change.at());
  TRY(store::update_account(connection, *account));
  TRY(store::end_other_sessions(connection, account->id, {}));
  return change.commit("account.reset_password", subject_of(account->id), "{}");
}

Result<> AccountDesk::check_present_password(const store::Account& account,
                                             const std::string& password) {
  if (account.password_hash.empty()) return {};
  const auto subject = attempt_subject("account", account.mail);
  {
    auto lease = std::make_unique<store::ConnectionPool::Lease>(TRY(connections_.lend()));
    auto transaction = TRY(sql::Transaction::begin(**lease));
    TRY(store::count_attempt(**lease, subject, kPerAccount, clock_.now()));
    TRY(transaction.commit());
  }
  if (!is_password(password, account.password_hash)) {
    return fail(ErrorCode::not_permitted, "this is not your present password", "password",
                ecosystem::house_rule(ecosystem::HouseRule::wrong_password));
  }
  auto lease = std::make_unique<store::ConnectionPool::Lease>(TRY(connections_.lend()));
  auto transaction = TRY(sql::Transaction::begin(**lease));
  TRY(store::forget_attempts(**lease, subject));
  return transaction.commit();
}

Result<> AccountDesk::change_password(const Caller& caller, const std::string& present,
                                      const std::string& password) {
  TRY(check_password(password, "new_password"));
  TRY(check_present_password(TRY(view(caller)).account, present));
  const auto hash = hash_password(password);
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, caller.actor));
  auto account = TRY(store::find_account(change.connection(), caller.actor.person));
  if (!account) return fail(ErrorCode::not_signed_in, "this account was erased");
  account->password_hash = hash;
  TRY(store::update_account(change.connection(), *account));
  TRY(store::end_other_sessions(change.connection(), account->id,
                                caller.session.value_or(store::SessionNumber{})));
  return change.commit("account.change_password", subject_of(account->id), "{}");
}

Result<> AccountDesk::change_mail(const Caller& caller, const std::string& typed_mail,
                                  const std::string& password) {
  const auto mail = TRY(normalised_mail(typed_mail));
  const auto present = TRY(view(caller)).account;
  TRY(check_present_password(present, password));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, caller.actor));
  auto& connection = change.connection();
  TRY(store::count_attempt(connection, attempt_subject("mail", mail), kPerMail, change.at()));
  const auto link = TRY(new_link(connection,
                                 {.account = present.id,
                                  .purpose = store::LinkPurpose::verify,
                                  .mail = mail,
                                  .expires_at = change.at() + kConfirmationLength},
                                 "confirm-mail"));
  TRY(change.commit("account.change_mail", subject_of(present.id), "{}"));
  mail_.send(account_mail(AccountMail::confirm, present.language, mail, public_url_ + link));
  return {};
}

}  // namespace tributary::app
