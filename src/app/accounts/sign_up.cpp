#include "app/accounts/account_desk.h"
#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"
#include "store/recorded_change.h"

namespace tributary::app {

Result<> AccountDesk::sign_up(const SignUp& request, const std::string& address) {
  const auto mail = TRY(normalised_mail(request.mail));
  TRY(check_mail_language(request.language));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  auto& connection = change.connection();
  TRY(store::count_attempt(connection, attempt_subject("address", address), kPerAddress,
                           change.at()));
  TRY(store::count_attempt(connection, attempt_subject("mail", mail), kPerMail, change.at()));
  auto known = TRY(store::find_account(connection, mail));
  if (known && known->verified_at) {
    TRY(change.commit("account.sign_up_again", subject_of(known->id), "{}"));
    mail_.send(
        account_mail(AccountMail::already_known, known->language, mail, public_url_ + "/sign-in"));
    return {};
  }

  // Name and password come with the link: whoever holds the mail address decides, and a stranger
  // who types it leaves nothing behind.
  auto account = known.value_or(
      store::Account{.mail = mail, .language = request.language, .created_at = change.at()});
  if (!known) account.id = TRY(store::insert_account(connection, account));
  const auto link = TRY(new_link(connection,
                                 {.account = account.id,
                                  .purpose = store::LinkPurpose::sign_up,
                                  .mail = mail,
                                  .expires_at = change.at() + kConfirmationLength},
                                 "confirm"));
  TRY(change.commit("account.sign_up", subject_of(account.id), "{}"));
  mail_.send(account_mail(AccountMail::confirm, account.language, mail, public_url_ + link));
  return {};
}

Result<OpenedSession> AccountDesk::confirm(const ConfirmSignUp& request) {
  TRY(check_person_name(request.name));
  TRY(check_password(request.password, "password"));
  const auto hash = hash_password(request.password);
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  auto& connection = change.connection();
  const auto link = TRY(store::use_link(connection, {hash_of_secret(request.link_secret)},
                                        store::LinkPurpose::sign_up, change.at()));
  auto account = TRY(store::find_account(connection, link.account));
  if (!account || account->mail != link.mail) {
    return fail(ErrorCode::unmet, "the mail address of this account is another now");
  }
  account->name = request.name;
  account->password_hash = hash;
  account->verified_at = change.at();
  TRY(store::update_account(connection, *account));
  auto session = TRY(open_session(connection, account->id, change.at()));
  TRY(change.commit("account.confirm", subject_of(account->id), "{}"));
  return session;
}

Result<> AccountDesk::confirm_mail(const std::string& link_secret) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  auto& connection = change.connection();
  const auto link = TRY(store::use_link(connection, {hash_of_secret(link_secret)},
                                        store::LinkPurpose::verify, change.at()));
  auto account = TRY(store::find_account(connection, link.account));
  if (!account || account->state == store::AccountState::erased) {
    return fail(ErrorCode::unmet, "this account was erased");
  }
  account->mail = link.mail;
  account->verified_at = change.at();
  TRY(store::update_account(connection, *account));
  return change.commit("account.confirm_mail", subject_of(account->id), "{}");
}

}  // namespace tributary::app
