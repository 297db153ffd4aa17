#include "store/accounts/grants.h"

#include <algorithm>

#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {

Result<> append_grant(sql::Connection& connection, const GrantEvent& event) {
  const auto number = TRY(number_behind(connection, "SELECT COALESCE(MAX(number), 0) FROM grants"));
  const auto& [role, scope] = event.grant;
  return TRY(connection.statement("INSERT INTO grants (number, account, role, scope_kind, "
                                  "scope_key, is_given, person, at) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
      .run(number, event.account.value, name_of(role), name_of(scope.kind), scope.key,
           static_cast<int>(event.is_given), event.by.value, milliseconds(event.at));
}

Result<std::vector<GrantEvent>> grant_history(sql::Connection& connection,
                                              ecosystem::PersonId account) {
  std::vector<GrantEvent> events;
  auto row = TRY(connection.statement(
      "SELECT role, scope_key, is_given, person, at FROM grants WHERE account = ? "
      "ORDER BY number"));
  TRY(row.bind(account.value));
  while (TRY(row.step())) {
    const auto role = ecosystem::role_from_name(row.text(0));
    if (!role)
      return fail(ErrorCode::corrupt, "a grant has an unknown role", std::string(row.text(0)));
    events.push_back({.account = account,
                      .grant = {*role, {scope_of(*role), std::string(row.text(1))}},
                      .is_given = row.integer(2) != 0,
                      .by = {row.integer(3)},
                      .at = moment_of(row.integer(4))});
  }
  return events;
}

Result<std::vector<ecosystem::Grant>> grants_of(sql::Connection& connection,
                                                ecosystem::PersonId account) {
  std::vector<ecosystem::Grant> held;
  for (auto& event : TRY(grant_history(connection, account))) {
    std::erase(held, event.grant);
    if (event.is_given) held.push_back(std::move(event.grant));
  }
  return held;
}

Result<std::vector<ecosystem::PersonId>> holders_of(sql::Connection& connection,
                                                    ecosystem::Role role) {
  std::vector<ecosystem::PersonId> candidates, holders;
  auto row = TRY(connection.statement(
      "SELECT DISTINCT account FROM grants JOIN accounts ON accounts.id = grants.account "
      "WHERE role = ? AND state = 'active' ORDER BY account"));
  TRY(row.bind(name_of(role)));
  while (TRY(row.step())) candidates.push_back({row.integer(0)});
  for (const auto candidate : candidates) {
    const auto held = TRY(grants_of(connection, candidate));
    if (std::ranges::count(held, role, &ecosystem::Grant::role) > 0) holders.push_back(candidate);
  }
  return holders;
}

}  // namespace tributary::store
