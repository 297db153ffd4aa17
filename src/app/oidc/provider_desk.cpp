#include "app/oidc/provider_desk.h"

#include <algorithm>
#include <array>

#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"
#include "base/log.h"
#include "store/accounts/provider_identities.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

constexpr std::size_t kLongestNext = 1000;

/// `failure` is that of the provider, which the log tells to whoever keeps this installation.
ProviderRefusal refusal_of(const Error& failure) {
  log::warning("sign-in through the provider: " + failure.text());
  return failure.code == ErrorCode::io ? ProviderRefusal::unreachable
                                       : ProviderRefusal::wrong_answer;
}

ProviderArrival refused(ProviderRefusal refusal) {
  return {.session = {}, .next = "/sign-in", .refusal = refusal};
}

}  // namespace

std::string_view name_of(ProviderRefusal refusal) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"unreachable", "wrong_answer", "refused", "stale", "mail_not_proven", "mail_taken",
       "connected_before", "not_signed_in"});
  return kNames[static_cast<std::size_t>(refusal)];
}

Result<> check_next(const std::string& next) {
  // A browser takes "//host" and "/\host" for another server, and leaves tabs and line breaks out.
  const bool is_path = next.starts_with('/') && !next.starts_with("//") &&
                       next.size() <= kLongestNext && !next.contains('\\') &&
                       std::ranges::all_of(next, [](char c) { return c > ' ' && c < 0x7F; });
  if (is_path && !next.starts_with("/api/")) return {};
  return fail(ErrorCode::invalid_argument,
              "the page to go on with is a path of this server, such as /tasks", "next");
}

Result<ProviderDeparture> ProviderDesk::send(const store::ProviderSignIn& sign_in) {
  ProviderDeparture departure{.browser_secret = new_secret(), .address = {}, .refusal = {}};
  auto address = provider_.address_for(SignInSecrets::from(departure.browser_secret));
  if (!address) {
    return ProviderDeparture{
        .browser_secret = {}, .address = {}, .refusal = refusal_of(address.error())};
  }
  departure.address = *std::move(address);
  auto lease = TRY(connections_.lend());
  auto transaction = TRY(sql::Transaction::begin(*lease));
  TRY(store::insert_provider_sign_in(*lease, {hash_of_secret(departure.browser_secret)}, sign_in,
                                     clock_.now()));
  TRY(transaction.commit());
  return departure;
}

Result<ProviderDeparture> ProviderDesk::send_to_sign_in(const SendToSignIn& wanted,
                                                        const std::string& address) {
  TRY(check_next(wanted.next));
  TRY(check_mail_language(wanted.language));
  {
    auto lease = TRY(connections_.lend());
    auto transaction = TRY(sql::Transaction::begin(*lease));
    TRY(store::count_attempt(*lease, attempt_subject("departure", address), kDeparturesPerAddress,
                             clock_.now()));
    TRY(transaction.commit());
  }
  return send({.account = {},
               .next = wanted.next,
               .language = wanted.language,
               .expires_at = clock_.now() + kAwayLength});
}

Result<ProviderDeparture> ProviderDesk::send_to_connect(const Caller& caller,
                                                        const std::string& password) {
  const auto account = TRY(accounts_.view(caller)).account;
  TRY(accounts_.check_present_password(account, password));
  if (TRY(is_connected(caller))) {
    return fail(ErrorCode::conflict, "your account is connected with this sign-in already");
  }
  return send({.account = account.id,
               .next = "/account",
               .language = account.language,
               .expires_at = clock_.now() + kAwayLength});
}

Result<ProviderArrival> ProviderDesk::arrive(const ProviderReturn& back) {
  const auto secrets = SignInSecrets::from(back.browser_secret);
  if (back.browser_secret.empty() || !are_equal_in_constant_time(back.state, secrets.state)) {
    return refused(ProviderRefusal::stale);
  }
  std::optional<store::ProviderSignIn> sign_in;
  {
    auto lease = TRY(connections_.lend());
    auto transaction = TRY(sql::Transaction::begin(*lease));
    sign_in = TRY(
        store::take_provider_sign_in(*lease, {hash_of_secret(back.browser_secret)}, clock_.now()));
    TRY(transaction.commit());
  }
  if (!sign_in) return refused(ProviderRefusal::stale);
  auto arrival = TRY(answered(back, secrets, *sign_in));
  if (!arrival.refusal) {
    arrival.next = sign_in->next;
  } else if (sign_in->account) {
    arrival.next = "/account";
  }
  return arrival;
}

Result<ProviderArrival> ProviderDesk::answered(const ProviderReturn& back,
                                               const SignInSecrets& secrets,
                                               const store::ProviderSignIn& sign_in) {
  if (!back.issuer.empty() && back.issuer != provider_.issuer()) {
    return refused(ProviderRefusal::wrong_answer);
  }
  if (back.error == "access_denied") return refused(ProviderRefusal::refused);
  if (!back.error.empty() || back.code.empty()) {
    return refused(refusal_of(
        {ErrorCode::corrupt, "it sends people back with the error " + for_log(back.error)}));
  }
  const auto person = provider_.person_of(back.code, secrets);
  if (!person) return refused(refusal_of(person.error()));
  if (sign_in.account) return connect(*person, *sign_in.account, back.session_secret);
  return this->sign_in(*person, sign_in);
}

Result<ProviderArrival> ProviderDesk::connect(const ProviderPerson& person,
                                              ecosystem::PersonId account,
                                              const std::string& session_secret) {
  const auto caller = TRY(accounts_.caller_of_session(session_secret));
  if (!caller || caller->actor.person != account) return refused(ProviderRefusal::not_signed_in);
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, caller->actor));
  const auto inserted =
      store::insert_provider_identity(change.connection(), {.issuer = provider_.issuer(),
                                                            .subject = person.subject,
                                                            .account = account,
                                                            .linked_at = change.at()});
  if (!inserted && inserted.error().code == ErrorCode::conflict) {
    return refused(ProviderRefusal::connected_before);
  }
  TRY(inserted);
  TRY(change.commit("account.connect_provider", subject_of(account), "{}"));
  return ProviderArrival{};
}

Result<bool> ProviderDesk::is_connected(const Caller& caller) {
  auto lease = TRY(connections_.lend());
  const auto held = TRY(store::provider_identities_of(*lease, caller.actor.person));
  return std::ranges::count(held, provider_.issuer(), &store::ProviderIdentity::issuer) > 0;
}

Result<> ProviderDesk::part(const Caller& caller) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, caller.actor));
  const auto account = TRY(store::find_account(change.connection(), caller.actor.person));
  if (!account || account->state == store::AccountState::erased) {
    return fail(ErrorCode::not_signed_in, "this account was erased");
  }
  if (account->password_hash.empty() && account->mail.empty()) {
    return fail(ErrorCode::conflict, "nothing else would let you in; choose a password first");
  }
  TRY(store::remove_provider_identity(change.connection(), account->id, provider_.issuer()));
  return change.commit("account.part_from_provider", subject_of(account->id), "{}");
}

}  // namespace tributary::app
