// app/demonstration/ecosystem/demonstration_ecosystem.h
//
// The ecosystem that a fresh installation shows: ten organisations in five states, a framework that
// they agreed on, its applications, and innovations on every part of their way. All of it is
// invented but for the names of the organisations, which are those of InEcVET.
//
//   const auto filled = TRY(fill_demonstration_ecosystem(data, clock));
//
// It is made through the desks, as people would, and the audit trail says that it is a
// demonstration. The same on every machine for the same day.
#pragma once

#include <vector>

#include "app/data_directory.h"
#include "app/demonstration/ecosystem/cast.h"
#include "base/clock.h"
#include "base/result.h"

namespace tributary::app {

struct DemonstrationEcosystem {
  bool is_new = false;                             ///< filled now, rather than earlier
  std::vector<demonstration::CastMember> members;  ///< whose accounts it has
};

/// Fills a database in which nobody has begun an ecosystem; the story ends on the eve of the
/// clock's day. Does nothing where it is filled already. Errors: `conflict` where there is another
/// ecosystem, or where filling was broken off; `unmet` without the demonstration catalogue.
Result<DemonstrationEcosystem> fill_demonstration_ecosystem(const DataDirectory& data,
                                                            const Clock& clock);

/// Whether the ecosystem has demonstration content. Errors: `database`.
Result<bool> is_demonstration_ecosystem(sql::Connection& connection);

}  // namespace tributary::app
