// network/graph/k_core.h
#pragma once

#include <cstdint>
#include <vector>

#include "network/graph/tie_graph.h"

namespace tributary::network {

/// By node, the greatest k for which it belongs to the k-core: the largest part of the graph in
/// which each has at least k partners within that part. How deep in the middle somebody is, which
/// many loose partners alone do not make. Linear in the ties.
/// Source: Batagelj, Zaveršnik (2003), An O(m) algorithm for cores decomposition of networks.
std::vector<std::uint32_t> core_numbers(const TieGraph& graph);

}  // namespace tributary::network
