#include "network/graph/communities.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "network/graph/leiden_level.h"

namespace tributary::network {
namespace {

/// The method is run again on what it found as long as that gains, at most so often.
constexpr int kMostRounds = 3;
constexpr double kLeastGain = 1e-4;

/// One run of the method: `division` of the lowest level gets better.
Result<> improve(const LeidenLevel& lowest, Division& division, SeededRandom& random,
                 Deadline deadline) {
  // By node of the lowest level, the node of the present one that it lies in.
  Division node_above(lowest.nodes());
  std::iota(node_above.begin(), node_above.end(), 0U);
  auto level = lowest;
  auto parts = division;
  while (true) {
    level.move_nodes(parts, random, deadline);
    TRY(check_deadline(deadline));
    auto refined = level.refined(parts, random);
    auto above = level.joined(refined);
    // The next level begins with the parts before they were refined.
    Division parts_above(above.nodes());
    for (std::uint32_t node = 0; node < level.nodes(); ++node) {
      parts_above[refined[node]] = parts[node];
    }
    for (auto& node : node_above) node = refined[node];
    const bool is_done = above.nodes() == level.nodes();
    level = std::move(above);
    // Their numbers have to lie below the count of nodes there.
    std::vector<std::uint32_t> numbers(parts.size(), ~std::uint32_t{0});
    std::uint32_t count = 0;
    for (auto& part : parts_above) {
      if (numbers[part] == ~std::uint32_t{0}) numbers[part] = count++;
      part = numbers[part];
    }
    parts = std::move(parts_above);
    if (is_done) break;
  }
  for (std::uint32_t node = 0; node < lowest.nodes(); ++node) {
    division[node] = parts[node_above[node]];
  }
  return {};
}

/// A part whose members do not hold together is several: that can only gain. It happens where the
/// last moves of a run took away what held them.
Division connected_parts(const TieGraph& graph, const Division& division) {
  constexpr auto kUnseen = ~std::uint32_t{0};
  Division parts(graph.nodes(), kUnseen);
  std::vector<std::uint32_t> waiting;
  for (std::uint32_t first = 0; first < graph.nodes(); ++first) {
    if (parts[first] != kUnseen) continue;
    parts[first] = first;
    waiting.push_back(first);
    while (!waiting.empty()) {
      const auto node = waiting.back();
      waiting.pop_back();
      for (const auto& tie : graph.ties_of({node})) {
        const auto other = tie.node.value;
        if (parts[other] != kUnseen || division[other] != division[node]) continue;
        parts[other] = first;
        waiting.push_back(other);
      }
    }
  }
  return parts;
}

/// The largest first, then that of the first node.
Communities in_order(const Division& division) {
  struct Found {
    std::uint32_t size = 0, first = 0, number = 0;
  };
  std::vector<Found> found(division.size());
  for (auto node = static_cast<std::uint32_t>(division.size()); node-- > 0;) {
    auto& part = found[division[node]];
    ++part.size;
    part.first = node;
    part.number = division[node];
  }
  std::erase_if(found, [](const Found& part) { return part.size == 0; });
  std::ranges::sort(found, [](const Found& one, const Found& other) {
    return std::tuple(other.size, one.first) < std::tuple(one.size, other.first);
  });
  Communities communities{.of_node = division, .sizes = {}};
  std::vector<std::uint32_t> numbers(division.size());
  for (const auto& part : found) {
    numbers[part.number] = static_cast<std::uint32_t>(communities.sizes.size());
    communities.sizes.push_back(part.size);
  }
  for (auto& number : communities.of_node) number = numbers[number];
  return communities;
}

}  // namespace

double modularity_of(const TieGraph& graph, const std::vector<std::uint32_t>& of_node) {
  std::vector<double> within(graph.nodes()), strengths(graph.nodes());
  double twice_all = 0;
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
    const auto own = of_node[node];
    for (const auto& tie : graph.ties_of({node})) {
      strengths[own] += tie.projects;
      if (of_node[tie.node.value] == own) within[own] += tie.projects;
    }
    twice_all += static_cast<double>(graph.strength({node}));
  }
  if (twice_all == 0) return 0;
  double modularity = 0;
  for (std::uint32_t part = 0; part < graph.nodes(); ++part) {
    const auto share = strengths[part] / twice_all;
    modularity += within[part] / twice_all - share * share;
  }
  return modularity;
}

Result<Communities> find_communities(const TieGraph& graph, std::uint64_t seed, Deadline deadline) {
  const LeidenLevel lowest(graph);
  SeededRandom random(seed);
  Division division(graph.nodes());
  std::iota(division.begin(), division.end(), 0U);
  auto modularity = modularity_of(graph, division);
  for (int round = 0; round < kMostRounds; ++round) {
    auto better = division;
    TRY(improve(lowest, better, random, deadline));
    better = connected_parts(graph, better);
    const auto reached = modularity_of(graph, better);
    if (reached <= modularity) break;
    const bool goes_on = reached - modularity > kLeastGain;
    division = std::move(better);
    modularity = reached;
    if (!goes_on) break;
  }
  auto communities = in_order(division);
  communities.modularity = modularity;
  return communities;
}

}  // namespace tributary::network
