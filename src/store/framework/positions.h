// store/framework/positions.h
//
// Agreement rules and the positions that Member States take: both are only ever added to.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <vector>

#include "base/result.h"
#include "ecosystem/framework/agreement.h"
#include "sql/connection.h"
#include "store/framework/framework_versions.h"

namespace tributary::store {

struct StoredRule {
  AgreementRuleNumber number;
  ecosystem::AgreementRule rule;
  std::vector<ecosystem::EntitledState> entitled;  ///< in the order in which they are shown
  Timestamp at;
  ecosystem::PersonId by;
};

/// Adds a rule, which from now on is the newest. Its number is chosen here.
Result<AgreementRuleNumber> insert_agreement_rule(sql::Connection& connection,
                                                  const StoredRule& rule);

/// Nothing where there is none yet.
Result<std::optional<StoredRule>> newest_agreement_rule(sql::Connection& connection);

/// Errors: `not_found`.
Result<StoredRule> agreement_rule(sql::Connection& connection, AgreementRuleNumber number);

struct StoredPosition {
  ecosystem::Position position;
  ecosystem::PersonId by;
};

Result<> insert_position(sql::Connection& connection, FrameworkVersionId version,
                         const StoredPosition& position);

/// All that were ever taken, oldest first.
Result<std::vector<StoredPosition>> positions(sql::Connection& connection,
                                              FrameworkVersionId version);

}  // namespace tributary::store
