// store/notices/job_leases.h
//
// That a job is done by one of several servers on one database: who does it holds a lease, renews
// it while it goes on, and gives it back; whoever dies with it loses it when it ends.
//
//   if (!TRY(take_job_lease(connection, "notices", me, now, now + minutes(2)))) return;  // another
//
// REQUIRES: an open transaction. Thread rule: as the connection.
#pragma once

#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "sql/connection.h"

namespace tributary::store {

/// Takes or renews it; false where another holder has it at `now`.
Result<bool> take_job_lease(sql::Connection& connection, std::string_view job,
                            std::string_view holder, Timestamp now, Timestamp expires);

/// Of another holder nothing is given back.
Result<> give_job_lease_back(sql::Connection& connection, std::string_view job,
                             std::string_view holder);

}  // namespace tributary::store
