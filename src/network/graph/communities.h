// network/graph/communities.h
//
// Groups that work with one another more than with others: the Leiden method, with modularity.
//
//   modularity = Σ over communities of  within/W − (strength/2W)²
//
// within: joint projects of ties inside a community, W: of all ties, strength: of all its nodes. 0
// is what one community of everybody has, and what chance would give; above 0.3 the groups are
// clear. Communities smaller than about √(2·ties) nodes may be joined with others, whatever the
// method (the resolution limit).
//
// Each community is connected: that is what the refinement of Leiden sees to, which older methods
// lack. Where the paper draws the next part at random, the best one is taken, so that the same
// graph and seed give the same communities.
//
// Sources: Traag, Waltman, van Eck (2019), From Louvain to Leiden; Newman (2004), Analysis of
// weighted networks; Fortunato, Barthélemy (2007), Resolution limit.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "network/graph/tie_graph.h"

namespace tributary::network {

struct Communities {
  std::vector<std::uint32_t> of_node;  ///< numbers into `sizes`
  std::vector<std::uint32_t> sizes;    ///< the largest first, then that of the first node
  double modularity = 0;               ///< 0 without a tie
};

/// Errors: `timed_out`.
Result<Communities> find_communities(const TieGraph& graph, std::uint64_t seed = 1,
                                     Deadline deadline = {});

/// Of any division: `of_node` has a number for each node.
double modularity_of(const TieGraph& graph, const std::vector<std::uint32_t>& of_node);

}  // namespace tributary::network
