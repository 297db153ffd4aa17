// store/notices/due_conditions.h
//
// Conditions of decisions whose day comes near. Thread rule: as the connection.
#pragma once

#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"

namespace tributary::store {

/// One of a decision on an innovation that goes on.
struct DueCondition {
  ecosystem::InnovationId innovation;
  std::int64_t number = 1;   ///< of the decision
  std::int64_t ordinal = 0;  ///< among its conditions
  Date due;
};

/// Those due from `first` to `last` that nobody was reminded of; the earliest first.
Result<std::vector<DueCondition>> unreminded_conditions(sql::Connection& connection, Date first,
                                                        Date last);

/// From now on the team counts as reminded of it; false where it was before. REQUIRES: an open
/// transaction, which the entry that reminds ends.
Result<bool> note_reminder(sql::Connection& connection, const DueCondition& condition);

}  // namespace tributary::store
