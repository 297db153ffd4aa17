// store/pilot/pilot_delivery.h
//
// What pilots cost, how much of them was held, and under which circumstances; as it stands.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <optional>

#include "ecosystem/pilot/delivery.h"
#include "store/pilot/pilots.h"

namespace tributary::store {

/// In the place of what was there.
Result<> write_delivery(sql::Connection& connection, PilotId id,
                        const ecosystem::PilotDelivery& delivery, Timestamp at,
                        ecosystem::PersonId by);

/// Nothing where none was entered.
Result<std::optional<ecosystem::PilotDelivery>> pilot_delivery(sql::Connection& connection,
                                                               PilotId id);

}  // namespace tributary::store
