// network/graph/tie_graph.h
//
// Who worked with whom how often: an undirected graph whose nodes are organisations and whose ties
// have the number of their joint projects.
//
//   const auto made = TRY(graph_of(collaboration, {.fewest_projects = 2}, deadline));
//   made.graph.ties_of({0})   →  with whom organisation made.organisations[0] has two or more
//
// Compressed rows: eight bytes for each end of a tie, four a node. Every tie stands in the rows of
// both its nodes.
//
// Thread rule: safe from any thread once it is made.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "base/strong_id.h"
#include "network/collaboration.h"
#include "network/graph/deadline.h"
#include "network/graph/project_set.h"

namespace tributary::network {

using NodeIndex = StrongId<struct NodeIndexTag, std::uint32_t>;

/// A tie as one of its nodes sees it.
struct GraphTie {
  NodeIndex node;              ///< the other one
  std::uint32_t projects = 1;  ///< that both took part in
  bool operator==(const GraphTie&) const = default;
};

struct NodePair {
  NodeIndex one, other;
  std::uint32_t projects = 1;
};

/// From so many joint projects on a tie is stable: they came back to each other.
inline constexpr std::uint32_t kStableTie = 2;

class TieGraph {
 public:
  TieGraph() = default;
  /// REQUIRES: each pair once, in either order, of two nodes below `nodes`; under 2³¹ of them.
  TieGraph(std::uint32_t nodes, std::span<const NodePair> pairs);
  /// Row after row, as ties_of() gives them. REQUIRES: as there; `starts` has one more than nodes.
  TieGraph(std::vector<std::uint32_t> starts, std::vector<GraphTie> ties);

  /// Ascending by the other node.
  [[nodiscard]] std::span<const GraphTie> ties_of(NodeIndex node) const {
    return {ties_.data() + starts_[node.value], ties_.data() + starts_[node.value + 1]};
  }
  /// Partners.
  [[nodiscard]] std::uint32_t degree(NodeIndex node) const {
    return starts_[node.value + 1] - starts_[node.value];
  }
  /// Joint projects with all partners together: one project with three partners counts three times.
  [[nodiscard]] std::uint64_t strength(NodeIndex node) const;

  [[nodiscard]] std::uint32_t nodes() const {
    return static_cast<std::uint32_t>(starts_.size() - 1);
  }
  [[nodiscard]] std::uint64_t ties() const { return ties_.size() / 2; }
  [[nodiscard]] std::size_t memory_bytes() const {
    return starts_.capacity() * sizeof(std::uint32_t) + ties_.capacity() * sizeof(GraphTie);
  }

 private:
  std::vector<std::uint32_t> starts_{0};  // of the rows, and where the last one ends
  std::vector<GraphTie> ties_;
};

/// Which part of a collaboration.
struct TieScope {
  ProjectSet within = {};
  std::uint32_t fewest_projects = 1;  ///< that a tie has
  /// Only this one, those with a tie to it, and the ties among all of them.
  std::optional<OrganisationIndex> around = {};
};

/// A graph has no more ties: 160 MB of them. A catalogue of some 300,000 projects has as many.
inline constexpr std::uint64_t kMostTies = 10'000'000;

struct OrganisationGraph {
  TieGraph graph;
  std::vector<OrganisationIndex> organisations;  ///< by node, ascending
  std::vector<std::uint32_t> projects;           ///< by node: of the scope

  [[nodiscard]] std::optional<NodeIndex> node_of(OrganisationIndex organisation) const;
};

/// Everybody who took part in a project of the scope, with a tie or without. Takes as long as it
/// takes to walk the members of all projects of everybody. Errors: `too_long` over kMostTies,
/// `timed_out`.
Result<OrganisationGraph> graph_of(const Collaboration& collaboration, const TieScope& scope,
                                   Deadline deadline = {});

}  // namespace tributary::network
