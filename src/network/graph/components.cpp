#include "network/graph/components.h"

namespace tributary::network {

Components components_of(const TieGraph& graph) {
  constexpr auto kUnseen = ~std::uint32_t{0};
  Components components{.of_node = std::vector(graph.nodes(), kUnseen), .sizes = {}};
  std::vector<NodeIndex> waiting;
  for (std::uint32_t first = 0; first < graph.nodes(); ++first) {
    if (components.of_node[first] != kUnseen) continue;
    const auto number = static_cast<std::uint32_t>(components.sizes.size());
    components.sizes.push_back(0);
    components.of_node[first] = number;
    waiting.push_back({first});
    while (!waiting.empty()) {
      const auto node = waiting.back();
      waiting.pop_back();
      ++components.sizes[number];
      for (const auto& tie : graph.ties_of(node)) {
        if (components.of_node[tie.node.value] != kUnseen) continue;
        components.of_node[tie.node.value] = number;
        waiting.push_back(tie.node);
      }
    }
  }
  return components;
}

}  // namespace tributary::network
