// store/accounts/accounts.h
//
// The people of one installation. Every function that writes REQUIRES an open transaction; what is
// done to an account is entered in the audit trail by the use case.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"

namespace tributary::store {

enum class AccountState : std::uint8_t { active, erased };

std::string_view name_of(AccountState state);

struct Account {
  ecosystem::PersonId id;
  std::string mail;  ///< in lower case; empty: none
  std::string name;
  std::string password_hash;  ///< empty: signs in by link alone
  std::string language;       ///< of mails to this person: "en"
  AccountState state = AccountState::active;
  Timestamp created_at;
  std::optional<Timestamp> verified_at;
};

/// Gives the account its number, whatever `account.id` is. Errors: `conflict` where another has the
/// mail address.
Result<ecosystem::PersonId> insert_account(sql::Connection& connection, const Account& account);

Result<std::optional<Account>> find_account(sql::Connection& connection, ecosystem::PersonId id);
Result<std::optional<Account>> find_account(sql::Connection& connection, std::string_view mail);

/// By number, up to `limit` behind `after`; the erased ones too.
Result<std::vector<Account>> read_accounts(sql::Connection& connection, ecosystem::PersonId after,
                                           std::uint64_t limit);

/// Everything but number, state and beginning. Errors: `conflict` as above.
Result<> update_account(sql::Connection& connection, const Account& account);

/// Takes out all that is personal, with sessions, links, tokens, identities of providers, watches,
/// notices, and what was written in claims and conversations. The number stays.
Result<> erase_account(sql::Connection& connection, ecosystem::PersonId id);

}  // namespace tributary::store
