// app/network/network_scope.h
//
// Which part of the collaboration somebody asks for, and what it is in the numbers of the network.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/partners/partner_network.h"
#include "app/portal.h"
#include "network/graph/tie_graph.h"
#include "search/index.h"

namespace tributary::app {

struct NetworkScope {
  // As in a search: without words and filters all projects.
  std::string text;
  std::vector<FacetChoice> filters;
  /// Address or id of an organisation: it, its partners, and the ties among all of them.
  std::string around;
  std::uint32_t fewest_projects = 1;  ///< that a tie has, 1 … 1,000

  [[nodiscard]] bool is_whole_catalogue() const { return text.empty() && filters.empty(); }
};

/// The projects that a search finds, in no order, as the network has them.
struct FoundProjects {
  network::ProjectSet projects;
  std::uint64_t count = 0;
  std::string echo;
  std::vector<search::Misreading> misreadings;
};

/// Without words and filters all projects of the catalogue, whether the index has them or not.
/// Errors: as Portal::search().
Result<FoundProjects> found_projects(const NetworkScope& scope, const PartnerNetwork& network,
                                     const search::Snapshot& snapshot,
                                     const text::Synonyms& synonyms, Date today,
                                     network::Deadline deadline);

/// The same for two that ask for the same part of the same catalogue on the same day.
std::string key_of(const NetworkScope& scope, const PartnerNetwork& network,
                   const search::Snapshot& snapshot, Date today);

/// Where an organisation stands in the network, by its address or id. Errors: `not_found` in the
/// context of `field`.
Result<network::OrganisationIndex> place_named(const std::string& address, const char* field,
                                               const PartnerNetwork& network,
                                               store::CatalogueStore& store);

}  // namespace tributary::app
