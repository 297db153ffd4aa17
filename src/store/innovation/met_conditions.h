// store/innovation/met_conditions.h
//
// Which conditions of decisions are met, by whom that was found, when and why. Only ever added to.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/rights/role.h"
#include "sql/connection.h"
#include "store/revision.h"

namespace tributary::store {

/// Which condition: of the decision that was made from this revision, in its order from 0 on.
struct ConditionName {
  Revision decision{1};
  std::int64_t ordinal = 0;
  bool operator==(const ConditionName&) const = default;
};

struct MetCondition {
  ConditionName name;
  std::string shown_by;
  ecosystem::Role role = ecosystem::Role::panel_chair;
  Timestamp at;
  ecosystem::PersonId by;
};

/// REQUIRES: a decision has this condition. Errors: `conflict` where it counts as met already.
Result<> insert_met_condition(sql::Connection& connection, ecosystem::InnovationId id,
                              const MetCondition& met);

/// Of all decisions, oldest first.
Result<std::vector<MetCondition>> met_conditions(sql::Connection& connection,
                                                 ecosystem::InnovationId id);

}  // namespace tributary::store
