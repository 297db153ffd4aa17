// store/hub/pilots_at_sites.h
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/catalogue_store.h"
#include "store/pilot/pilots.h"

namespace tributary::store {

struct PilotAtSite {
  StoredPilot pilot;
  ecosystem::InnovationId innovation;
  std::int64_t innovation_text = 1;  ///< the number of its present text
  std::string innovation_title;
  std::optional<OrganisationId> organisation;  ///< of who leads it, in the team; by merges
};

/// All pilots, the newest first. Thread rule: as the connection.
Result<std::vector<PilotAtSite>> pilots_at_sites(sql::Connection& connection);

}  // namespace tributary::store
