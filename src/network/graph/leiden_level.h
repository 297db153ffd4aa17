// network/graph/leiden_level.h: one level of the Leiden method (communities.h): a graph whose nodes
// are groups of the level below.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network/graph/seeded_random.h"
#include "network/graph/tie_graph.h"

namespace tributary::network {

/// By node the number of its part; numbers below the count of nodes, some of them unused.
using Division = std::vector<std::uint32_t>;

class LeidenLevel {
 public:
  /// The lowest: every organisation.
  explicit LeidenLevel(const TieGraph& graph);

  [[nodiscard]] std::uint32_t nodes() const {
    return static_cast<std::uint32_t>(strengths_.size());
  }

  /// Moves single nodes to the neighbouring part where modularity gains most, until none gains.
  void move_nodes(Division& division, SeededRandom& random, Deadline deadline) const;
  /// Parts of the parts of `division`, each of them connected.
  [[nodiscard]] Division refined(const Division& division, SeededRandom& random) const;
  /// The level above, whose nodes are the parts of `division`; renumbers these from 0 on.
  [[nodiscard]] LeidenLevel joined(Division& division) const;

 private:
  struct Link {
    std::uint32_t node;
    double projects;
  };
  LeidenLevel() = default;

  [[nodiscard]] std::span<const Link> links_of(std::uint32_t node) const {
    return {links_.data() + starts_[node], links_.data() + starts_[node + 1]};
  }
  [[nodiscard]] std::vector<std::uint32_t> in_any_order(SeededRandom& random) const;
  /// Joint projects that the node would have by chance with a part of this strength.
  [[nodiscard]] double expected(std::uint32_t node, double part_strength) const {
    return strengths_[node] * part_strength / twice_all_;
  }

  std::vector<std::uint32_t> starts_{0};
  std::vector<Link> links_;        // between different nodes
  std::vector<double> strengths_;  // by node, what lies within it twice
  double twice_all_ = 0;           // joint projects of all ties, twice
};

}  // namespace tributary::network
