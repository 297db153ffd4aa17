// app/hubs/hub_catalogue.h
#pragma once

#include <map>
#include <string>

#include "app/hubs/hub_desk.h"
#include "app/portal.h"

namespace tributary::app {

/// What the catalogue has of what a hub shows.
struct HubCatalogue {
  std::map<std::string, store::StoredProject> projects;   ///< highlighted, by address; not those
                                                          ///< that have left the catalogue
  std::map<std::string, std::uint64_t> projects_of_call;  ///< how many, by the name of the call
};

/// Errors: as Portal::search(). Safe from any thread.
Result<HubCatalogue> hub_catalogue(const HubView& view, Portal& portal);

}  // namespace tributary::app
