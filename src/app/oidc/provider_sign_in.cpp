// Who came back from the provider to sign in: somebody who is known, or somebody new.
#include "app/accounts/account_rules.h"
#include "app/oidc/provider_desk.h"
#include "store/accounts/provider_identities.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

ProviderArrival not_let_in(ProviderRefusal refusal) {
  return {.session = {}, .next = "/sign-in", .refusal = refusal};
}

ProviderArrival let_in(OpenedSession session) {
  return {.session = std::move(session), .next = {}, .refusal = {}};
}

/// Whether whoever proves its mail address may have the account, as by sign_up(): somebody typed
/// the address, and no more. One that an administrator made ready, with roles, is not free.
Result<bool> is_free(sql::Connection& connection, const store::Account& account) {
  if (account.verified_at || !account.password_hash.empty()) return false;
  return TRY(store::grant_history(connection, account.id)).empty();
}

/// A name that an account may have, whatever the provider says.
std::string name_for(const ProviderPerson& person) {
  if (check_person_name(person.name)) return person.name;
  return person.mail.substr(0, person.mail.find('@'));
}

}  // namespace

Result<ProviderArrival> ProviderDesk::sign_in(const ProviderPerson& person,
                                              const store::ProviderSignIn& sign_in) {
  std::optional<store::ProviderIdentity> known;
  {
    auto lease = TRY(connections_.lend());
    known = TRY(store::find_provider_identity(*lease, provider_.issuer(), person.subject));
  }
  if (!known) return sign_in_anew(person, sign_in);
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {.person = known->account}));
  const auto account = TRY(store::find_account(change.connection(), known->account));
  if (!account || account->state == store::AccountState::erased) {
    return fail(ErrorCode::unmet, "this account was erased");
  }
  auto session = TRY(open_session(change.connection(), account->id, change.at()));
  TRY(change.commit("account.sign_in", subject_of(account->id), R"({"by":"provider"})"));
  return let_in(std::move(session));
}

Result<ProviderArrival> ProviderDesk::sign_in_anew(const ProviderPerson& person,
                                                   const store::ProviderSignIn& sign_in) {
  const auto mail = normalised_mail(person.mail);
  if (!mail || !person.is_mail_proven) return not_let_in(ProviderRefusal::mail_not_proven);
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  auto& connection = change.connection();
  auto account = TRY(store::find_account(connection, *mail));
  if (account && !TRY(is_free(connection, *account))) {
    return not_let_in(ProviderRefusal::mail_taken);
  }
  if (!account) {
    account =
        store::Account{.mail = *mail, .language = sign_in.language, .created_at = change.at()};
    account->id = TRY(store::insert_account(connection, *account));
  }
  account->name = name_for(person);
  account->verified_at = change.at();
  TRY(store::update_account(connection, *account));
  const auto inserted = store::insert_provider_identity(connection, {.issuer = provider_.issuer(),
                                                                     .subject = person.subject,
                                                                     .account = account->id,
                                                                     .linked_at = change.at()});
  // Somebody who came twice at once: the other one was first.
  if (!inserted && inserted.error().code == ErrorCode::conflict) {
    return not_let_in(ProviderRefusal::stale);
  }
  TRY(inserted);
  auto session = TRY(open_session(connection, account->id, change.at()));
  TRY(change.commit("account.confirm", subject_of(account->id), R"({"by":"provider"})"));
  return let_in(std::move(session));
}

}  // namespace tributary::app
