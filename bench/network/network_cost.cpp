// What it costs to measure a network:
//
//   network_cost [NODES TIES [RUNS]]     an invented one, the same for the same numbers
//   network_cost --data DATA_DIRECTORY [RUNS]   that of a catalogue
//
// The invented one has as many ties as asked, with degrees of a heavy tail (an exponent of 3) and
// groups of 500 in which seven ties of ten lie. Medians of the runs, in Markdown; the memory of the
// graph, and the most that the program ever had.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "network/graph/betweenness.h"
#include "network/graph/communities.h"
#include "network/graph/components.h"
#include "network/graph/k_core.h"
#include "network/graph/seeded_random.h"
#include "network/graph/tie_graph.h"
#include "network_of_catalogue.h"

namespace {

using namespace tributary;
using network::NodeIndex;
using network::NodePair;

constexpr std::uint32_t kGroup = 500;
constexpr double kTiesWithinGroups = 0.7;

/// One of `count`, the first ones far more often: a degree of d comes with a chance like d⁻³.
std::uint32_t skewed(network::SeededRandom& random, std::uint32_t count) {
  const auto drawn = random.unit();
  return std::min(count - 1, static_cast<std::uint32_t>(drawn * drawn * count));
}

std::vector<NodePair> invented(std::uint32_t nodes, std::size_t ties) {
  network::SeededRandom random(20'261);
  const auto groups = std::max<std::uint32_t>(1, nodes / kGroup);
  std::vector<std::uint64_t> keys;
  while (keys.size() < ties) {
    while (keys.size() < ties + ties / 20) {
      const auto one = skewed(random, nodes);
      const auto other = random.unit() < kTiesWithinGroups
                             ? std::min(nodes - 1, one % groups + groups * skewed(random, kGroup))
                             : skewed(random, nodes);
      if (one == other) continue;
      keys.push_back((std::uint64_t{std::min(one, other)} << 32U) | std::max(one, other));
    }
    std::ranges::sort(keys);
    const auto twice = std::ranges::unique(keys);
    keys.erase(twice.begin(), twice.end());
  }
  random.shuffle(std::span(keys));
  keys.resize(ties);
  std::vector<NodePair> pairs;
  pairs.reserve(ties);
  for (const auto key : keys) {
    pairs.push_back({{static_cast<std::uint32_t>(key >> 32U)},
                     {static_cast<std::uint32_t>(key)},
                     1 + random.below(4) / 3});
  }
  return pairs;
}

double median_ms(int runs, const std::function<void()>& work) {
  std::vector<double> times;
  for (int run = 0; run < runs; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> taken =
        std::chrono::steady_clock::now() - begin;
    times.push_back(taken.count());
  }
  std::ranges::sort(times);
  return times[times.size() / 2];
}

void row(std::string_view what, double milliseconds, const std::string& found) {
  fmt::print("| {} | {:.0f} | {} |\n", what, milliseconds, found);
}

void measure(const network::TieGraph& graph, int runs) {
  std::uint32_t highest = 0;
  auto taken = median_ms(runs, [&] {
    for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
      highest = std::max(highest, graph.degree({node}));
    }
  });
  row("degrees", taken, fmt::format("highest {}", highest));
  std::vector<std::uint32_t> cores;
  taken = median_ms(runs, [&] { cores = network::core_numbers(graph); });
  row("k-core", taken, fmt::format("highest {}", std::ranges::max(cores)));
  network::Components components;
  taken = median_ms(runs, [&] { components = network::components_of(graph); });
  row("components", taken,
      fmt::format("{}, the largest of {}", components.sizes.size(),
                  std::ranges::max(components.sizes)));
  network::Betweenness shares;
  taken = median_ms(runs, [&] { shares = network::measure_betweenness(graph, {}).value(); });
  const bool is_exact = shares.method == network::BetweennessMethod::exact;
  row("betweenness", taken,
      is_exact
          ? "exact"
          : fmt::format("{} pairs sampled; greatest share {:.4f}; error at most {:.4f}",
                        shares.samples, std::ranges::max(shares.share), shares.greatest_error()));
  network::Communities communities;
  taken = median_ms(runs, [&] { communities = network::find_communities(graph).value(); });
  row("communities", taken,
      fmt::format("{}, modularity {:.4f}", communities.sizes.size(), communities.modularity));
}

void print_memory(const network::TieGraph& graph) {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("\ngraph {:.0f} MB, program at most {:.0f} MB\n",
             static_cast<double>(graph.memory_bytes()) / 1e6,
             static_cast<double>(usage.ru_maxrss) / 1e3);
}

void print_head(const network::TieGraph& graph) {
  fmt::print("{} nodes, {} ties\n\n| measure | median, ms | found |\n|---|---:|---|\n",
             graph.nodes(), graph.ties());
}

}  // namespace

int main(int count, char** arguments) {
  const bool is_catalogue = count > 2 && std::string_view(arguments[1]) == "--data";
  const auto number = [&](int place, unsigned long otherwise) {
    return count > place ? std::strtoul(arguments[place], nullptr, 10) : otherwise;
  };
  const auto runs = std::max(1, static_cast<int>(number(3, 5)));
  if (is_catalogue) {
    const auto collaboration = bench::collaboration_of(arguments[2]);
    network::OrganisationGraph made;
    const auto taken =
        median_ms(runs, [&] { made = network::graph_of(collaboration, {}).value(); });
    print_head(made.graph);
    row("the graph itself", taken, fmt::format("of {} projects", collaboration.projects()));
    measure(made.graph, runs);
    print_memory(made.graph);
    return 0;
  }
  const auto nodes = static_cast<std::uint32_t>(std::max(2UL, number(1, 200'000)));
  auto pairs = invented(nodes, number(2, 5'000'000));
  const network::TieGraph graph(nodes, pairs);
  pairs = {};
  print_head(graph);
  measure(graph, runs);
  print_memory(graph);
  return 0;
}
