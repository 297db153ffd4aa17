// store/panel/scored_rounds.h
//
// Thread rule: as the connection.
#pragma once

#include <vector>

#include "base/result.h"
#include "sql/connection.h"
#include "store/innovation/innovations.h"

namespace tributary::store {

/// Innovations that somebody scored at a gate which asks, or asked, for this rule; by id.
Result<std::vector<ecosystem::InnovationId>> innovations_scored_under(sql::Connection& connection,
                                                                      GateRuleNumber rule);

}  // namespace tributary::store
