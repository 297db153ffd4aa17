#include "app/accounts/account_desk.h"
#include "app/accounts/account_rules.h"
#include "app/accounts/secrets.h"
#include "ecosystem/house_rules.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

constexpr std::size_t kLongestTokenName = 100;
constexpr std::size_t kMostTokens = 50;

}  // namespace

Result<AccountView> AccountDesk::view(const Caller& caller) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto account = TRY(store::find_account(reading.connection(), caller.actor.person));
  if (!account || account->state == store::AccountState::erased) {
    return fail(ErrorCode::not_signed_in, "this account was erased");
  }
  return AccountView{.account = *std::move(account),
                     .grants = TRY(store::grants_of(reading.connection(), caller.actor.person))};
}

Result<std::vector<store::Session>> AccountDesk::sessions(const Caller& caller) {
  auto lease = TRY(connections_.lend());
  return store::sessions_of(*lease, caller.actor.person, clock_.now());
}

Result<> AccountDesk::end_session(const Caller& caller, store::SessionNumber number) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, caller.actor));
  TRY(store::end_session(change.connection(), caller.actor.person, number));
  return change.commit("account.end_session", subject_of(caller.actor.person), "{}");
}

Result<std::vector<store::ApiToken>> AccountDesk::tokens(const Caller& caller) {
  auto lease = TRY(connections_.lend());
  return store::tokens_of(*lease, caller.actor.person);
}

Result<CreatedToken> AccountDesk::create_token(const Caller& caller, const std::string& name,
                                               std::uint64_t days) {
  if (name.empty() || name.size() > kLongestTokenName) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("a token's name has 1 to {} bytes", kLongestTokenName), "name");
  }
  if (days < 1 || days > kLongestTokenDays) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("a token holds for 1 to {} days", kLongestTokenDays), "days");
  }
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, caller.actor));
  auto& connection = change.connection();
  if (TRY(store::tokens_of(connection, caller.actor.person)).size() >= kMostTokens) {
    return fail(ErrorCode::conflict,
                fmt::format("you have {} tokens already; remove one first", kMostTokens), {},
                ecosystem::house_rule(ecosystem::HouseRule::too_many_tokens));
  }
  CreatedToken created{.number = {}, .secret = "trib_" + new_secret()};
  created.number = TRY(store::insert_token(
      connection, {hash_of_secret(created.secret)},
      {.account = caller.actor.person,
       .name = name,
       .created_at = change.at(),
       .expires_at = change.at() + std::chrono::days(static_cast<std::int64_t>(days))}));
  TRY(change.commit("account.create_token", subject_of(caller.actor.person),
                    fmt::format(R"({{"token":{}}})", created.number.value)));
  return created;
}

Result<> AccountDesk::remove_token(const Caller& caller, store::TokenNumber number) {
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, caller.actor));
  TRY(store::remove_token(change.connection(), caller.actor.person, number));
  return change.commit("account.remove_token", subject_of(caller.actor.person),
                       fmt::format(R"({{"token":{}}})", number.value));
}

Result<PersonalData> AccountDesk::personal_data(const Caller& caller) {
  auto reading = TRY(store::Reading::begin(connections_));
  auto& connection = reading.connection();
  const auto person = caller.actor.person;
  auto account = TRY(store::find_account(connection, person));
  if (!account) return fail(ErrorCode::not_signed_in, "this account was erased");
  std::vector<KeptConversation> conversations;
  auto threads = TRY(store::threads_of(connection, person));
  for (auto& thread : threads) {
    auto messages = TRY(store::messages_of(connection, thread.id));
    conversations.push_back({.thread = std::move(thread), .messages = std::move(messages)});
  }
  PersonalData data{
      .account = *std::move(account),
      .grants = TRY(store::grant_history(connection, person)),
      .sessions = TRY(store::sessions_of(connection, person, clock_.now())),
      .tokens = TRY(store::tokens_of(connection, person)),
      .provider_identities = TRY(store::provider_identities_of(connection, person)),
      .watches = TRY(store::watches_of(connection, person)),
      .notices = TRY(store::notices_of(connection, person, {.limit = store::kAllNotices})),
      .notices_by_mail = TRY(store::mail_rhythm(connection, person)),
      .notices_not_by_mail = TRY(store::muted_mails(connection, person))};
  data.claims = TRY(store::claims_of(connection, person));
  data.conversations = std::move(conversations);
  data.messages_for_organisations = TRY(store::messages_for_organisations(connection, person));
  data.takes_messages_for = TRY(store::organisations_taken_for(connection, person));
  return data;
}

Result<> AccountDesk::erase(const Caller& caller, const std::string& password) {
  TRY(check_present_password(TRY(view(caller)).account, password));
  const auto person = caller.actor.person;
  auto change = TRY(store::RecordedChange::begin(connections_, clock_, caller.actor));
  auto& connection = change.connection();
  const auto administrators = TRY(store::holders_of(connection, ecosystem::Role::administrator));
  if (administrators == std::vector{person}) {
    return fail(ErrorCode::conflict,
                "you are the only administrator; give the role to somebody else first", {},
                ecosystem::house_rule(ecosystem::HouseRule::only_administrator));
  }
  for (const auto& held : TRY(store::grants_of(connection, person))) {
    TRY(store::append_grant(
        connection,
        {.account = person, .grant = held, .is_given = false, .by = person, .at = change.at()}));
  }
  TRY(store::erase_account(connection, person));
  return change.commit("account.erase", subject_of(person), "{}");
}

}  // namespace tributary::app
