// store/hub/pilots_at_sites.h
#pragma once

#include <string>
#include <vector>

#include "store/pilot/pilots.h"

namespace tributary::store {

struct PilotAtSite {
  StoredPilot pilot;
  ecosystem::InnovationId innovation;
  std::string innovation_title;
};

/// Pilots whose sites lie in these Member States, the newest first. Thread rule: as the connection.
Result<std::vector<PilotAtSite>> pilots_at_sites(sql::Connection& connection,
                                                 const std::vector<std::string>& member_states);

}  // namespace tributary::store
