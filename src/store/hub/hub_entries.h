// store/hub/hub_entries.h
//
// What the managers of a hub put on its page: news, calls and projects worth a look. Each is of one
// hub and has a number there.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <vector>

#include "ecosystem/rights/role.h"
#include "store/hub/hubs.h"

namespace tributary::store {

struct StoredHubNews {
  std::int64_t number = 0;
  ecosystem::HubNews news;
  bool is_withdrawn = false;
  ecosystem::Role role = ecosystem::Role::hub_manager;  ///< of who published it
  Timestamp at;
  ecosystem::PersonId by;
};

struct StoredHubCall {
  std::int64_t number = 0;
  ecosystem::HubCall call;
  Timestamp at;
  ecosystem::PersonId by;
};

struct StoredHubHighlight {
  std::int64_t number = 0;
  ecosystem::HubHighlight highlight;
  Timestamp at;
  ecosystem::PersonId by;
};

// Each gets its number here.
Result<std::int64_t> insert_hub_news(sql::Connection& connection, HubId hub,
                                     const StoredHubNews& news);
Result<std::int64_t> insert_hub_call(sql::Connection& connection, HubId hub,
                                     const StoredHubCall& call);
/// Errors: `conflict` where the project is there already.
Result<std::int64_t> insert_hub_highlight(sql::Connection& connection, HubId hub,
                                          const StoredHubHighlight& highlight);

/// The newest day first, of one day the last published; with those that were withdrawn.
Result<std::vector<StoredHubNews>> hub_news(sql::Connection& connection, HubId hub);
/// The next deadline first, also of those that have passed.
Result<std::vector<StoredHubCall>> hub_calls(sql::Connection& connection, HubId hub);
/// In the order in which they were added.
Result<std::vector<StoredHubHighlight>> hub_highlights(sql::Connection& connection, HubId hub);

// Errors: `not_found` where the hub has none of this number, or where the news is withdrawn
// already.
Result<> withdraw_hub_news(sql::Connection& connection, HubId hub, std::int64_t number);
Result<> remove_hub_call(sql::Connection& connection, HubId hub, std::int64_t number);
Result<> remove_hub_highlight(sql::Connection& connection, HubId hub, std::int64_t number);

}  // namespace tributary::store
