// store/application/applied_items.h
//
// What an application says of each item: its own statements and targets, which are replaced, and
// the levels that peers saw, which are only ever added to and stand apart from self-assessment.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/application/framework_application.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/application/applications.h"

namespace tributary::store {

struct StoredItem {
  /// With the level of the last peer review, unless it is not applicable now, which has no level.
  ecosystem::AppliedItem item;
  bool is_carried = false;  ///< as it was said for the version before
};

using StoredItems = std::map<ecosystem::ItemKey, StoredItem>;
using Targets = std::map<ecosystem::ItemKey, ecosystem::Level>;

struct PeerReview {
  ecosystem::ItemKey item;
  ecosystem::Level level = ecosystem::Level::absent;
  std::string reasons;
  ecosystem::StateCode state;  ///< for which the reviewer spoke
  Timestamp at;
  ecosystem::PersonId by;
};

/// What the application says itself, without what a region inherits.
Result<StoredItems> applied_items(sql::Connection& connection, ApplicationId id);

/// Replaces what is said of one item; the level of peers is not among it.
Result<> put_applied_item(sql::Connection& connection, ApplicationId id,
                          const ecosystem::ItemKey& key, const StoredItem& stored);

Result<Targets> application_targets(sql::Connection& connection, ApplicationId id);
/// Replaces all.
Result<> put_application_targets(sql::Connection& connection, ApplicationId id,
                                 const Targets& targets);

/// Oldest first.
Result<std::vector<PeerReview>> peer_reviews(sql::Connection& connection, ApplicationId id);
Result<> insert_peer_review(sql::Connection& connection, ApplicationId id,
                            const PeerReview& review);

/// The statements without where they come from.
ecosystem::AppliedItems items_of(const StoredItems& stored);

}  // namespace tributary::store
