// network/graph/paths.h
#pragma once

#include <optional>
#include <vector>

#include "network/collaboration.h"
#include "network/graph/project_set.h"

namespace tributary::network {

struct PathStep {
  OrganisationIndex organisation;
  std::vector<ProjectIndex> projects;  ///< joint ones with the one before; none of the first
  bool operator==(const PathStep&) const = default;
};

/// The way from one organisation to another over as few partners as can be, both ends included; of
/// several the one with the most joint projects along it, then that whose organisations come first,
/// seen from its end. Nothing where there is none, or where one of the two is in no project of the
/// set. Linear in the participations, and in the members of the projects of those who stand on one
/// of the shortest ways.
std::optional<std::vector<PathStep>> shortest_path(const Collaboration& collaboration,
                                                   const ProjectSet& within, OrganisationIndex from,
                                                   OrganisationIndex to);

}  // namespace tributary::network
