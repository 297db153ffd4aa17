// network/graph/path_sampler.h
//
// Draws pairs of nodes, and of each pair one of its shortest ways, all with the same chance.
//
// It searches from both ends, always on the side with fewer ties ahead, until the two meet: in a
// network of few steps that looks at a small part of it.
//
// Thread rule: for one thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network/graph/seeded_random.h"
#include "network/graph/tie_graph.h"

namespace tributary::network {

class PathSampler {
 public:
  /// REQUIRES: the graph outlives it and has two nodes or more.
  PathSampler(const TieGraph& graph, std::uint64_t seed);

  /// The nodes between the two ends of the next way, in no order; none where the ends are tied or
  /// there is no way. Holds until the next call.
  std::span<const NodeIndex> next();

 private:
  static constexpr auto kUnseen = ~std::uint32_t{0};

  /// What is known from one end.
  struct Side {
    std::vector<std::uint32_t> distance;  // by node
    std::vector<double> ways;             // by node: how many shortest ways there are from the end
    std::vector<NodeIndex> seen;          // level after level
    std::size_t level_begins = 0;         // of `seen`: the outermost level
    std::uint64_t ties_ahead = 0;         // of the outermost level

    void begin(NodeIndex end, const TieGraph& graph);
    void go_on(const TieGraph& graph);
    void forget();
  };
  /// A tie between the outermost levels of both sides, and how many shortest ways lead over it.
  struct Meeting {
    NodeIndex near, far;
    double ways;
  };

  bool meet(const Side& near, const Side& far);
  void walk_back(const Side& side, NodeIndex from);

  const TieGraph& graph_;
  SeededRandom random_;
  Side one_, other_;
  std::vector<Meeting> meetings_;
  double ways_ = 0;  // over all meetings
  std::vector<NodeIndex> path_;
};

}  // namespace tributary::network
