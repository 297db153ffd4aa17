// store/accounts/grants.h
//
// Which roles people hold where, as a list of what was given and taken back; its last word counts.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/rights/role.h"
#include "sql/connection.h"

namespace tributary::store {

struct GrantEvent {
  ecosystem::PersonId account;
  ecosystem::Grant grant;
  bool is_given = true;  ///< false: taken back
  ecosystem::PersonId by;
  Timestamp at;
};

/// REQUIRES: an open transaction.
Result<> append_grant(sql::Connection& connection, const GrantEvent& event);

/// What the account holds, in the order given.
Result<std::vector<ecosystem::Grant>> grants_of(sql::Connection& connection,
                                                ecosystem::PersonId account);

/// All that was ever given to the account and taken back, oldest first.
Result<std::vector<GrantEvent>> grant_history(sql::Connection& connection,
                                              ecosystem::PersonId account);

/// Active accounts that hold the role anywhere, by number.
Result<std::vector<ecosystem::PersonId>> holders_of(sql::Connection& connection,
                                                    ecosystem::Role role);

}  // namespace tributary::store
