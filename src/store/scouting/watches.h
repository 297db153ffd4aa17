// store/scouting/watches.h
//
// Searches whose news a person follows.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "base/strong_id.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/scouting/catalogue_news.h"

namespace tributary::store {

using WatchId = StrongId<struct WatchTag>;

/// A value that was chosen in a facet, as in `filter[country]=PT`.
struct WatchFilter {
  std::string facet, value;
  bool operator==(const WatchFilter&) const = default;
};

struct Watch {
  WatchId id;
  ecosystem::PersonId account;
  std::string name;
  std::string query;                 ///< as typed on the search page
  std::vector<WatchFilter> filters;  ///< in the order in which they were chosen
  Timestamp created, seen_at;
  CatalogueMark seen;  ///< what the person has seen of the catalogue
};

/// Its id is chosen here.
Result<WatchId> insert_watch(sql::Connection& connection, const Watch& watch);

/// Errors: `not_found`, also where it is somebody else's.
Result<Watch> watch_of(sql::Connection& connection, ecosystem::PersonId account, WatchId id);

/// The oldest first.
Result<std::vector<Watch>> watches_of(sql::Connection& connection, ecosystem::PersonId account);

/// REQUIRES: it was read in this transaction.
Result<> update_seen(sql::Connection& connection, WatchId id, const CatalogueMark& seen,
                     Timestamp at);
Result<> remove_watch(sql::Connection& connection, WatchId id);
Result<> remove_watches_of(sql::Connection& connection, ecosystem::PersonId account);

}  // namespace tributary::store
