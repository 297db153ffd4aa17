#include "network/graph/leiden_level.h"

#include <algorithm>
#include <numeric>

namespace tributary::network {
namespace {

constexpr auto kNoPart = ~std::uint32_t{0};

/// How many joint projects one node has with each of the parts around it: sums that are 0 again
/// after each node.
class PartSums {
 public:
  explicit PartSums(std::uint32_t parts) : sums_(parts) {}

  void add(std::uint32_t part, double projects) {
    if (sums_[part] == 0) parts_.push_back(part);
    sums_[part] += projects;
  }
  [[nodiscard]] double of(std::uint32_t part) const { return sums_[part]; }
  [[nodiscard]] std::span<const std::uint32_t> parts() const { return parts_; }
  void clear() {
    for (const auto part : parts_) sums_[part] = 0;
    parts_.clear();
  }

 private:
  std::vector<double> sums_;
  std::vector<std::uint32_t> parts_;
};

/// Nodes that wait for their turn, each at most once.
class NodeQueue {
 public:
  explicit NodeQueue(std::vector<std::uint32_t> nodes)
      : ring_(std::move(nodes)), is_waiting_(ring_.size(), true), waiting_(ring_.size()) {}

  [[nodiscard]] bool empty() const { return waiting_ == 0; }
  std::uint32_t take() {
    const auto node = ring_[first_];
    first_ = first_ + 1 == ring_.size() ? 0 : first_ + 1;
    --waiting_;
    is_waiting_[node] = false;
    return node;
  }
  void add(std::uint32_t node) {
    if (is_waiting_[node]) return;
    is_waiting_[node] = true;
    const auto behind = first_ + waiting_++;
    ring_[behind < ring_.size() ? behind : behind - ring_.size()] = node;
  }

 private:
  std::vector<std::uint32_t> ring_;
  std::vector<bool> is_waiting_;
  std::size_t first_ = 0, waiting_;
};

}  // namespace

LeidenLevel::LeidenLevel(const TieGraph& graph) {
  starts_.reserve(graph.nodes() + 1);
  links_.reserve(2 * graph.ties());
  strengths_.reserve(graph.nodes());
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
    for (const auto& tie : graph.ties_of({node})) {
      links_.push_back({tie.node.value, static_cast<double>(tie.projects)});
    }
    starts_.push_back(static_cast<std::uint32_t>(links_.size()));
    strengths_.push_back(static_cast<double>(graph.strength({node})));
    twice_all_ += strengths_.back();
  }
}

std::vector<std::uint32_t> LeidenLevel::in_any_order(SeededRandom& random) const {
  std::vector<std::uint32_t> order(nodes());
  std::iota(order.begin(), order.end(), 0U);
  random.shuffle(std::span(order));
  return order;
}

void LeidenLevel::move_nodes(Division& division, SeededRandom& random, Deadline deadline) const {
  std::vector<double> part_strengths(nodes());
  std::vector<std::uint32_t> members(nodes());
  for (std::uint32_t node = 0; node < nodes(); ++node) {
    part_strengths[division[node]] += strengths_[node];
    ++members[division[node]];
  }
  std::vector<std::uint32_t> unused;
  for (auto part = nodes(); part-- > 0;) {
    if (members[part] == 0) unused.push_back(part);
  }
  PartSums sums(nodes());
  NodeQueue queue(in_any_order(random));
  std::uint32_t turns = 0;
  while (!queue.empty()) {
    // The division is whole at any time: who has no time left keeps it and notices at the end.
    if (++turns % 4096 == 0 && !check_deadline(deadline)) return;
    const auto node = queue.take();
    const auto own = division[node];
    part_strengths[own] -= strengths_[node];
    for (const auto& link : links_of(node)) sums.add(division[link.node], link.projects);
    auto best = own;
    auto best_gain = sums.of(own) - expected(node, part_strengths[own]);
    for (const auto part : sums.parts()) {
      const auto gain = sums.of(part) - expected(node, part_strengths[part]);
      const bool is_better = gain > best_gain || (gain == best_gain && best != own && part < best);
      if (!is_better) continue;
      best = part;
      best_gain = gain;
    }
    if (best_gain < 0 && !unused.empty()) best = unused.back();
    sums.clear();
    part_strengths[best] += strengths_[node];
    if (best == own) continue;
    if (members[best]++ == 0) unused.pop_back();
    if (--members[own] == 0) unused.push_back(own);
    division[node] = best;
    for (const auto& link : links_of(node)) {
      if (division[link.node] != best) queue.add(link.node);
    }
  }
}

Division LeidenLevel::refined(const Division& division, SeededRandom& random) const {
  std::vector<double> whole_strengths(nodes());
  for (std::uint32_t node = 0; node < nodes(); ++node) {
    whole_strengths[division[node]] += strengths_[node];
  }
  Division parts(nodes());
  std::iota(parts.begin(), parts.end(), 0U);
  auto part_strengths = strengths_;
  // What each part has to the rest of the whole that it lies in.
  std::vector<double> outward(nodes());
  for (std::uint32_t node = 0; node < nodes(); ++node) {
    for (const auto& link : links_of(node)) {
      if (division[link.node] == division[node]) outward[node] += link.projects;
    }
  }
  std::vector<bool> is_joined(nodes());
  const auto is_well_tied = [&](std::uint32_t part, std::uint32_t whole) {
    const auto rest = whole_strengths[whole] - part_strengths[part];
    return outward[part] >= part_strengths[part] * rest / twice_all_;
  };
  PartSums sums(nodes());
  for (const auto node : in_any_order(random)) {
    const auto whole = division[node];
    if (is_joined[node] || !is_well_tied(node, whole)) continue;
    for (const auto& link : links_of(node)) {
      if (division[link.node] == whole) sums.add(parts[link.node], link.projects);
    }
    auto best = kNoPart;
    double best_gain = 0;
    for (const auto part : sums.parts()) {
      const auto gain = sums.of(part) - expected(node, part_strengths[part]);
      const bool is_better = gain > best_gain || (gain == best_gain && part < best);
      if (!is_better || !is_well_tied(part, whole)) continue;
      best = part;
      best_gain = gain;
    }
    if (best != kNoPart) {
      outward[best] += outward[node] - 2 * sums.of(best);
      part_strengths[best] += strengths_[node];
      parts[node] = best;
      is_joined[node] = is_joined[best] = true;
    }
    sums.clear();
  }
  return parts;
}

LeidenLevel LeidenLevel::joined(Division& division) const {
  std::vector<std::uint32_t> numbers(nodes(), kNoPart);
  std::uint32_t count = 0;
  for (auto& part : division) {
    if (numbers[part] == kNoPart) numbers[part] = count++;
    part = numbers[part];
  }
  // The nodes part by part, by counting.
  std::vector<std::uint32_t> begins(count + 1);
  for (const auto part : division) ++begins[part + 1];
  std::inclusive_scan(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> members(nodes());
  auto next = begins;
  for (std::uint32_t node = 0; node < nodes(); ++node) members[next[division[node]]++] = node;

  LeidenLevel above;
  above.twice_all_ = twice_all_;
  above.strengths_.resize(count);
  PartSums sums(count);
  for (std::uint32_t part = 0; part < count; ++part) {
    for (auto at = begins[part]; at < begins[part + 1]; ++at) {
      above.strengths_[part] += strengths_[members[at]];
      for (const auto& link : links_of(members[at])) {
        if (division[link.node] != part) sums.add(division[link.node], link.projects);
      }
    }
    for (const auto other : sums.parts()) above.links_.push_back({other, sums.of(other)});
    sums.clear();
    above.starts_.push_back(static_cast<std::uint32_t>(above.links_.size()));
  }
  return above;
}

}  // namespace tributary::network
