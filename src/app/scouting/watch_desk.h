// app/scouting/watch_desk.h
//
// The use cases of watches: a person keeps a search under a name, and is told what is new in it
// since they last looked.
//
//   const auto id = TRY(desk.add(actor, {.name = "Mentors in Portugal", .query = "mentor", .filters
//   =
//                                        {{"country", {"PT"}}}}, portal));
//   const auto news = TRY(desk.news(actor, id, {}, portal));   // total 3, and the projects
//   TRY(desk.mark_seen(actor, id, news.up_to));
//
// New is a project that was not in the catalogue then, or of which an import changed something
// since; importing the same files again is none. What an import that runs brings stays new until it
// is done and found in the index, so that nothing is missed. Watches belong to one person:
// another's is `not_found`.
//
// Thread rule: safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/portal.h"
#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/pool.h"
#include "store/scouting/watches.h"

namespace tributary::app {

struct AddWatch {
  std::string name;
  std::string query;
  std::vector<FacetChoice> filters = {};
};

/// A watch with how much is new in it.
struct WatchView {
  store::Watch watch;
  std::uint64_t added = 0, changed = 0;
};

struct NewsRequest {
  std::uint32_t limit = 20;  ///< at most 100
  std::string cursor = {};
};

struct NewProject {
  SearchHit hit;
  bool is_added = false;  ///< else something of it changed
};

struct WatchNews {
  store::Watch watch;
  std::uint64_t added = 0, changed = 0;  ///< exact
  std::vector<NewProject> projects;      ///< the latest to start first
  std::string next_cursor;
  store::CatalogueMark up_to;   ///< for mark_seen(): what this answer has told
  bool is_catching_up = false;  ///< more is on its way into the index
};

/// The choices of a watch, facet by facet.
std::vector<FacetChoice> filters_of(const store::Watch& watch);

inline constexpr std::size_t kMostWatches = 100;

class WatchDesk {
 public:
  /// REQUIRES: both outlive it.
  WatchDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Each for oneself. Errors: `not_signed_in` for visitors; `timed_out` where the searches of all
  // watches together take too long.
  Result<std::vector<WatchView>> watches(const ecosystem::Actor& actor, Portal& portal);
  /// Errors: `invalid_argument` naming the field; `conflict` for one more than kMostWatches.
  Result<store::WatchId> add(const ecosystem::Actor& actor, const AddWatch& request,
                             Portal& portal);
  Result<WatchNews> news(const ecosystem::Actor& actor, store::WatchId id,
                         const NewsRequest& request, Portal& portal);
  /// A mark from before what was seen already changes nothing. Errors: `invalid_argument` for one
  /// that is yet to come.
  Result<> mark_seen(const ecosystem::Actor& actor, store::WatchId id, store::CatalogueMark up_to);
  Result<> remove(const ecosystem::Actor& actor, store::WatchId id);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
