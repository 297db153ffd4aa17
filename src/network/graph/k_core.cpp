#include "network/graph/k_core.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tributary::network {

std::vector<std::uint32_t> core_numbers(const TieGraph& graph) {
  const auto nodes = graph.nodes();
  std::vector<std::uint32_t> core(nodes);  // at first the degree, then what is left of it
  std::uint32_t highest = 0;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    core[node] = graph.degree({node});
    highest = std::max(highest, core[node]);
  }
  // The nodes in the order of what is left, and where each value begins.
  std::vector<std::uint32_t> begins(highest + 2), order(nodes), place(nodes);
  for (const auto degree : core) ++begins[degree + 1];
  std::inclusive_scan(begins.begin(), begins.end(), begins.begin());
  auto next = begins;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    place[node] = next[core[node]]++;
    order[place[node]] = node;
  }
  for (std::uint32_t at = 0; at < nodes; ++at) {
    const auto node = order[at];
    for (const auto& tie : graph.ties_of({node})) {
      const auto other = tie.node.value;
      if (core[other] <= core[node]) continue;
      // The other one loses a partner: it changes places with the first of its value.
      const auto first = begins[core[other]];
      const auto moved = order[first];
      std::swap(order[place[other]], order[first]);
      std::swap(place[other], place[moved]);
      begins[core[other]] = first + 1;
      --core[other];
    }
  }
  return core;
}

}  // namespace tributary::network
