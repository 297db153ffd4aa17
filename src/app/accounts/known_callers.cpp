#include <chrono>

#include "app/accounts/account_desk.h"
#include "app/accounts/secrets.h"
#include "store/recorded_change.h"

namespace tributary::app {
namespace {

/// How exactly the last use is known: a write for each request would cost more than it tells.
constexpr std::chrono::minutes kUseNotedEvery{10};

}  // namespace

Result<Caller> AccountDesk::caller_of(sql::Connection& connection, ecosystem::PersonId id) {
  const auto account = TRY(store::find_account(connection, id));
  if (!account || account->state == store::AccountState::erased) {
    return fail(ErrorCode::not_signed_in, "this account was erased");
  }
  Caller caller{.actor = {.person = id, .grants = TRY(store::grants_of(connection, id))},
                .name = account->name,
                .session = {}};
  caller.actor.grants.insert(caller.actor.grants.begin(), {ecosystem::Role::member, {}});
  return caller;
}

Result<std::optional<Caller>> AccountDesk::caller_of_session(const std::string& secret) {
  auto lease = TRY(connections_.lend());
  const auto now = clock_.now();
  const auto session = TRY(store::find_session(*lease, {hash_of_secret(secret)}, now));
  if (!session) return std::nullopt;
  if (now - session->last_used_at >= kUseNotedEvery) {
    auto transaction = TRY(sql::Transaction::begin(*lease));
    TRY(store::note_session_use(*lease, session->number, now));
    TRY(transaction.commit());
  }
  auto caller = TRY(caller_of(*lease, session->account));
  caller.session = session->number;
  return caller;
}

Result<std::optional<Caller>> AccountDesk::caller_of_token(const std::string& secret) {
  auto lease = TRY(connections_.lend());
  const auto now = clock_.now();
  const auto token = TRY(store::find_token(*lease, {hash_of_secret(secret)}, now));
  if (!token) return std::nullopt;
  if (!token->last_used_at || now - *token->last_used_at >= kUseNotedEvery) {
    auto transaction = TRY(sql::Transaction::begin(*lease));
    TRY(store::note_token_use(*lease, token->number, now));
    TRY(transaction.commit());
  }
  return TRY(caller_of(*lease, token->account));
}

}  // namespace tributary::app
