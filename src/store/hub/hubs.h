// store/hub/hubs.h
//
// Hubs as they stand now: their texts in each language, their filter, and whether they are open.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/hub/hub.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/revision.h"

namespace tributary::store {

using HubId = StrongId<struct HubTag>;

struct StoredHub {
  HubId id;
  std::string slug;
  ecosystem::HubState state = ecosystem::HubState::draft;
  ecosystem::HubContent content;
  Revision revision{1};
  Timestamp created;
  ecosystem::PersonId created_by;
  Timestamp changed;
};

/// Its id and revision are chosen here; it is a draft. Errors: `conflict` where another has the
/// slug.
Result<HubId> insert_hub(sql::Connection& connection, const StoredHub& hub);

/// Errors: `not_found`.
Result<StoredHub> hub_named(sql::Connection& connection, std::string_view slug);

/// By slug.
Result<std::vector<StoredHub>> all_hubs(sql::Connection& connection);

/// Writes content and state as they are now, one revision further. REQUIRES: it was read in this
/// transaction.
Result<> update_hub(sql::Connection& connection, const StoredHub& hub, Timestamp at);

/// Only tells that something of it changed: one revision further. REQUIRES: likewise.
Result<> touch_hub(sql::Connection& connection, const StoredHub& hub, Timestamp at);

}  // namespace tributary::store
