#include "network/graph/betweenness.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "network/graph/path_sampler.h"

namespace tributary::network {
namespace {

constexpr std::uint64_t kSamplesBetweenLooks = 64;

/// Brandes: from every node, the shortest ways to all others forwards, what depends on each node
/// backwards.
class DependencySums {
 public:
  explicit DependencySums(const TieGraph& graph)
      : graph_(graph), sums_(graph.nodes()), nodes_(graph.nodes()) {}

  void add_from(NodeIndex source) {
    order_.assign(1, source);
    nodes_[source.value] = {.distance = 0, .ways = 1, .dependency = 0};
    for (std::size_t at = 0; at < order_.size(); ++at) {
      const auto own = nodes_[order_[at].value];
      for (const auto& tie : graph_.ties_of(order_[at])) {
        auto& other = nodes_[tie.node.value];
        if (other.distance == kUnseen) {
          other.distance = own.distance + 1;
          order_.push_back(tie.node);
        }
        if (other.distance == own.distance + 1) other.ways += own.ways;
      }
    }
    for (auto at = order_.size(); at-- > 1;) {
      const auto own = nodes_[order_[at].value];
      sums_[order_[at].value] += own.dependency;
      for (const auto& tie : graph_.ties_of(order_[at])) {
        auto& before = nodes_[tie.node.value];
        if (before.distance + 1 != own.distance) continue;
        before.dependency += before.ways / own.ways * (1 + own.dependency);
      }
    }
    for (const auto node : order_) nodes_[node.value] = {};
  }

  /// By node, of pairs in either order.
  std::vector<double> take() { return std::move(sums_); }

 private:
  static constexpr auto kUnseen = ~std::uint32_t{0};
  struct Reached {
    std::uint32_t distance = kUnseen;
    double ways = 0, dependency = 0;
  };

  const TieGraph& graph_;
  std::vector<double> sums_;
  std::vector<Reached> nodes_;
  std::vector<NodeIndex> order_;
};

Result<Betweenness> measure_exactly(const TieGraph& graph, Deadline deadline) {
  DependencySums dependencies(graph);
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
    TRY(check_deadline(deadline));
    dependencies.add_from({node});
  }
  Betweenness measured{.share = dependencies.take()};
  const double nodes = graph.nodes();
  const double pairs = std::max(1.0, (nodes - 1) * (nodes - 2));
  for (auto& share : measured.share) share /= pairs;
  return measured;
}

/// Of pairs that begin or end at a node none leads over it: what was drawn of all pairs, of those
/// of the others.
double to_pairs_of_others(double share, double nodes) {
  return std::min(1.0, share * nodes / (nodes - 2));
}

Result<Betweenness> measure_by_sample(const TieGraph& graph, const BetweennessOptions& options) {
  PathSampler sampler(graph, options.seed);
  std::vector<std::uint32_t> led_over(graph.nodes());
  for (std::uint64_t sample = 0; sample < options.samples; ++sample) {
    if (sample % kSamplesBetweenLooks == 0) TRY(check_deadline(options.deadline));
    for (const auto node : sampler.next()) ++led_over[node.value];
  }
  Betweenness measured{.method = BetweennessMethod::sampled, .samples = options.samples};
  measured.share.reserve(led_over.size());
  for (const auto count : led_over) {
    const auto share = static_cast<double>(count) / static_cast<double>(options.samples);
    measured.share.push_back(to_pairs_of_others(share, graph.nodes()));
  }
  return measured;
}

/// Kullback and Leibler's divergence of two chances of a draw.
double divergence(double seen, double supposed) {
  double sum = 0;
  if (seen > 0) sum += seen * std::log(seen / supposed);
  if (seen < 1) sum += (1 - seen) * std::log((1 - seen) / (1 - supposed));
  return sum;
}

/// The farthest from `seen` on the way to `end` that is not refuted: by halving.
double farthest_possible(double seen, double end, double most_divergence) {
  double possible = seen, impossible = end;
  for (int step = 0; step < 50; ++step) {
    const auto middle = (possible + impossible) / 2;
    (divergence(seen, middle) <= most_divergence ? possible : impossible) = middle;
  }
  return impossible;
}

}  // namespace

ShareRange Betweenness::range_of(NodeIndex node) const { return range_around(share[node.value]); }

ShareRange Betweenness::range_around(double own) const {
  if (method == BetweennessMethod::exact) return {own, own};
  const auto nodes = static_cast<double>(share.size());
  // Each side of each node may fail with the same chance.
  const auto most = std::log(2 * nodes / (1 - kConfidence)) / static_cast<double>(samples);
  const auto seen = std::min(1.0, own * (nodes - 2) / nodes);
  const auto low = seen > 0 ? farthest_possible(seen, 0, most) : 0;
  const auto high = seen < 1 ? farthest_possible(seen, 1, most) : 1;
  return {to_pairs_of_others(low, nodes), to_pairs_of_others(high, nodes)};
}

double Betweenness::greatest_error() const {
  if (method == BetweennessMethod::exact || share.empty()) return 0;
  auto shares = share;
  std::ranges::sort(shares);
  double greatest = 0, last = -1;
  for (std::uint32_t node = 0; node < share.size(); ++node) {
    if (shares[node] == last) continue;
    last = shares[node];
    const auto range = range_around(last);
    greatest = std::max({greatest, range.high - last, last - range.low});
  }
  return greatest;
}

Result<Betweenness> measure_betweenness(const TieGraph& graph, const BetweennessOptions& options) {
  const std::uint64_t nodes = graph.nodes();
  const bool is_cheap = nodes * (nodes + 2 * graph.ties()) <= options.most_exact_steps;
  if (is_cheap || nodes < 3) return measure_exactly(graph, options.deadline);
  return measure_by_sample(graph, options);
}

}  // namespace tributary::network
