// network/graph/components.h
#pragma once

#include <cstdint>
#include <vector>

#include "network/graph/tie_graph.h"

namespace tributary::network {

/// Parts of a graph between which there is no tie.
struct Components {
  std::vector<std::uint32_t> of_node;  ///< numbers into `sizes`
  std::vector<std::uint32_t> sizes;    ///< by the first node that lies in each
};

/// Linear in the ties.
Components components_of(const TieGraph& graph);

}  // namespace tributary::network
