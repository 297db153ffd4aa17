// app/hubs/hub_desk.h
//
// The use cases of hubs, the pages of regions and themes. An administrator makes one at an address
// and names its managers by the role hub_manager held in the hub of that address; from then on what
// stands there is for them alone.
//
//   HubDesk desk(connections, clock);
//   TRY(desk.create(administrator, {.slug = "south", .content = content}, portal));
//   TRY(desk.move(manager, {.slug = "south", .seen = {1}, .act = HubAct::open}));
//   TRY(desk.publish(manager, {"south", {2}}, news));
//
// Every change is one transaction with its entry in the audit trail and names the revision of the
// hub that was seen; another one is a `conflict`, and nothing is lost. Errors of rights are
// `not_permitted`, of a field `invalid_argument` with its name as the context. A draft is
// `not_found` for all but its managers and administrators.
//
// Thread rule: safe from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "app/portal.h"
#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/hub/hub_entries.h"
#include "store/hub/hubs.h"
#include "store/hub/pilots_at_sites.h"
#include "store/pool.h"

namespace tributary::app {

/// What the page of a hub shows, but for its offers and pilots and what the catalogue has of it.
struct HubView {
  store::StoredHub stored;
  std::vector<store::StoredHubNews> news;   ///< withdrawn ones for its managers alone
  std::vector<store::StoredHubCall> calls;  ///< passed ones for its managers alone
  std::vector<store::StoredHubHighlight> highlights;
  std::size_t managers = 0;  ///< people who hold the role here
  std::vector<ecosystem::NextAct<ecosystem::HubMachine>> next;
  ecosystem::Roles roles;  ///< of the person, in this hub
  bool may_edit = false;
};

struct HubList {
  std::vector<store::StoredHub> hubs;  ///< by address
  bool may_create = false;
};

struct CreateHub {
  std::string slug;
  ecosystem::HubContent content;
};

/// Which hub, and what of it was seen.
struct SeenHub {
  std::string slug;
  store::Revision seen;
};

struct MoveHub {
  std::string slug;
  store::Revision seen;
  ecosystem::HubAct act = ecosystem::HubAct::open;
};

class HubDesk {
 public:
  /// REQUIRES: both outlive it.
  HubDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Anyone.
  Result<HubList> list(const ecosystem::Actor& actor);
  Result<HubView> view(const ecosystem::Actor& actor, const std::string& slug);
  /// As hub_pilots().
  Result<std::vector<store::PilotAtSite>> pilots(
      const ecosystem::HubContent& hub, Portal& portal,
      std::optional<std::chrono::steady_clock::time_point> deadline = {});

  /// An administrator. It is a draft. Errors: `conflict` where the address is taken; those of
  /// check_hub_filter().
  Result<> create(const ecosystem::Actor& actor, const CreateHub& request, Portal& portal);

  // Its managers. Numbers are those of what was put there.
  Result<> edit(const ecosystem::Actor& actor, const SeenHub& hub,
                const ecosystem::HubContent& content, Portal& portal);
  Result<> move(const ecosystem::Actor& actor, const MoveHub& request);
  Result<std::int64_t> publish(const ecosystem::Actor& actor, const SeenHub& hub,
                               const ecosystem::HubNews& news);
  Result<> withdraw(const ecosystem::Actor& actor, const SeenHub& hub, std::int64_t news);
  Result<std::int64_t> add_call(const ecosystem::Actor& actor, const SeenHub& hub,
                                const ecosystem::HubCall& call);
  Result<> remove_call(const ecosystem::Actor& actor, const SeenHub& hub, std::int64_t call);
  /// Errors: `invalid_argument` where the catalogue has no such project.
  Result<std::int64_t> highlight(const ecosystem::Actor& actor, const SeenHub& hub,
                                 const ecosystem::HubHighlight& highlight, Portal& portal);
  Result<> remove_highlight(const ecosystem::Actor& actor, const SeenHub& hub,
                            std::int64_t highlight);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
