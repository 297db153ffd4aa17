#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <charconv>

#include "app/accounts/account_desk.h"
#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"
#include "ecosystem/house_rules.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

constexpr std::size_t kLongestScopeKey = 100;

Result<> check_can_be_given(const ecosystem::Grant& grant) {
  using ecosystem::Role;
  if (grant.role == Role::visitor || grant.role == Role::member) {
    return fail(ErrorCode::invalid_argument, "everybody has this role; it cannot be given", "role");
  }
  const auto needed = scope_of(grant.role);
  const bool is_everywhere = needed == ecosystem::ScopeKind::everywhere;
  if (grant.scope.kind == needed && grant.scope.key.empty() == is_everywhere &&
      grant.scope.key.size() <= kLongestScopeKey) {
    return {};
  }
  return fail(ErrorCode::invalid_argument,
              is_everywhere
                  ? "this role is held everywhere; give no scope"
                  : fmt::format("this role is held in one {}; say in which", name_of(needed)),
              "scope");
}

Result<std::vector<AccountView>> accounts_behind(sql::Connection& connection,
                                                 ecosystem::PersonId after, std::uint64_t limit) {
  std::vector<AccountView> views;
  for (auto& account : TRY(store::read_accounts(connection, after, limit))) {
    auto grants = TRY(store::grants_of(connection, account.id));
    views.push_back({.account = std::move(account), .grants = std::move(grants)});
  }
  return views;
}

}  // namespace

Result<std::vector<AccountView>> AccountDesk::accounts(const ecosystem::Actor& actor,
                                                       ecosystem::PersonId after,
                                                       std::uint64_t limit) {
  TRY(check_permission(actor.grants, ecosystem::Action::manage_accounts,
                       std::vector{ecosystem::Scope{}}));
  auto reading = TRY(store::Reading::begin(connections_));
  return accounts_behind(reading.connection(), after, limit);
}

Result<std::vector<AccountView>> AccountDesk::all_accounts() {
  auto reading = TRY(store::Reading::begin(connections_));
  constexpr std::uint64_t kAll = 1ULL << 62;
  return accounts_behind(reading.connection(), {}, kAll);
}

Result<> AccountDesk::grant(const ecosystem::Actor& actor, ecosystem::PersonId account,
                            const ecosystem::Grant& grant) {
  return change_grant(actor, account, grant, true);
}

Result<> AccountDesk::take_back(const ecosystem::Actor& actor, ecosystem::PersonId account,
                                const ecosystem::Grant& grant) {
  return change_grant(actor, account, grant, false);
}

Result<> AccountDesk::change_grant(const ecosystem::Actor& actor, ecosystem::PersonId account,
                                   const ecosystem::Grant& grant, bool is_given) {
  TRY(check_permission(actor.grants, ecosystem::Action::manage_accounts,
                       std::vector{ecosystem::Scope{}}));
  TRY(check_can_be_given(grant));
  if (is_given && actor.person == account) {
    return fail(ErrorCode::not_permitted, "nobody gives a role to himself", {},
                ecosystem::house_rule(ecosystem::HouseRule::role_to_oneself));
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, actor));
  auto& connection = change.connection();
  const auto found = TRY(store::find_account(connection, account));
  if (!found || found->state == store::AccountState::erased) {
    return fail(ErrorCode::not_found, "there is no account with this number");
  }
  const auto held = TRY(store::grants_of(connection, account));
  if ((std::ranges::count(held, grant) > 0) == is_given) {
    return fail(ErrorCode::conflict,
                is_given ? "this role is held there already" : "this role is not held there", {},
                ecosystem::house_rule(is_given ? ecosystem::HouseRule::role_held_already
                                               : ecosystem::HouseRule::role_not_held));
  }
  if (!is_given && grant.role == ecosystem::Role::administrator &&
      TRY(store::holders_of(connection, grant.role)).size() < 2) {
    return fail(ErrorCode::conflict,
                "this is the only administrator; give the role to somebody else first", {},
                ecosystem::house_rule(ecosystem::HouseRule::only_administrator));
  }
  TRY(store::append_grant(connection, {.account = account,
                                       .grant = grant,
                                       .is_given = is_given,
                                       .by = actor.person,
                                       .at = change.at()}));
  const boost::json::value detail{{"role", name_of(grant.role)}, {"scope", grant.scope.key}};
  return change.commit(is_given ? "account.grant" : "account.take_back", subject_of(account),
                       boost::json::serialize(detail));
}

Result<ecosystem::PersonId> AccountDesk::create(const std::string& typed_mail,
                                                const std::string& name,
                                                const std::string& language) {
  store::Account account{
      .mail = TRY(normalised_mail(typed_mail)), .name = name, .language = language};
  TRY(check_person_name(name));
  TRY(check_mail_language(language));
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  account.created_at = change.at();
  const auto id = TRY(store::insert_account(change.connection(), account));
  TRY(change.commit("account.create", subject_of(id), "{}"));
  return id;
}

Result<ecosystem::PersonId> AccountDesk::person_with(const std::string& mail_or_number) {
  auto lease = TRY(connections_.lend());
  std::int64_t number = 0;
  const auto* const end = mail_or_number.data() + mail_or_number.size();
  const auto read = std::from_chars(mail_or_number.data(), end, number);
  const bool is_number = read.ec == std::errc() && read.ptr == end;
  const auto account = is_number
                           ? TRY(store::find_account(*lease, ecosystem::PersonId{number}))
                           : TRY(store::find_account(*lease, TRY(normalised_mail(mail_or_number))));
  if (account && account->state == store::AccountState::active) return account->id;
  return fail(ErrorCode::not_found, "there is no such account", mail_or_number);
}

Result<std::string> AccountDesk::new_link(sql::Connection& connection,
                                          const store::OneTimeLink& link, std::string_view page) {
  const auto secret = new_secret();
  TRY(store::insert_link(connection, {hash_of_secret(secret)}, link, clock_.now()));
  return fmt::format("/{}#{}", page, secret);
}

Result<std::string> AccountDesk::sign_in_link(ecosystem::PersonId account) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
  auto link = TRY(new_link(change.connection(),
                           {.account = account,
                            .purpose = store::LinkPurpose::sign_in,
                            .mail = {},
                            .expires_at = change.at() + kSignInLinkLength},
                           "sign-in-link"));
  TRY(change.commit("account.sign_in_link", subject_of(account), "{}"));
  return link;
}

Result<std::optional<std::string>> AccountDesk::first_administrator_link() {
  std::optional<ecosystem::PersonId> waiting;
  {
    auto change = TRY(store::RecordedChange::begin(connections_, clock_, {}));
    auto& connection = change.connection();
    for (const auto holder : TRY(store::holders_of(connection, ecosystem::Role::administrator))) {
      const auto account = TRY(store::find_account(connection, holder));
      if (account && account->verified_at) return std::nullopt;
      waiting = holder;
    }
    if (!waiting) {
      waiting = TRY(store::insert_account(
          connection, {.name = "Administrator", .language = "en", .created_at = change.at()}));
      TRY(store::append_grant(
          connection,
          {.account = *waiting, .grant = {ecosystem::Role::administrator, {}}, .at = change.at()}));
      TRY(change.commit("account.create", subject_of(*waiting), R"({"role":"administrator"})"));
    }
  }
  return TRY(sign_in_link(*waiting));
}

}  // namespace tributary::app
