#include "network/graph/path_sampler.h"

namespace tributary::network {

PathSampler::PathSampler(const TieGraph& graph, std::uint64_t seed) : graph_(graph), random_(seed) {
  for (auto* side : {&one_, &other_}) {
    side->distance.assign(graph.nodes(), kUnseen);
    side->ways.assign(graph.nodes(), 0);
  }
}

void PathSampler::Side::begin(NodeIndex end, const TieGraph& graph) {
  distance[end.value] = 0;
  ways[end.value] = 1;
  seen.assign(1, end);
  level_begins = 0;
  ties_ahead = graph.degree(end);
}

/// One level further.
void PathSampler::Side::go_on(const TieGraph& graph) {
  const auto level_ends = seen.size();
  ties_ahead = 0;
  for (auto at = level_begins; at < level_ends; ++at) {
    const auto node = seen[at];
    const auto next_distance = distance[node.value] + 1;
    for (const auto& tie : graph.ties_of(node)) {
      const auto other = tie.node.value;
      if (distance[other] == kUnseen) {
        distance[other] = next_distance;
        seen.push_back(tie.node);
        ties_ahead += graph.degree(tie.node);
      }
      if (distance[other] == next_distance) ways[other] += ways[node.value];
    }
  }
  level_begins = level_ends;
}

void PathSampler::Side::forget() {
  for (const auto node : seen) {
    distance[node.value] = kUnseen;
    ways[node.value] = 0;
  }
}

/// Whether the outermost levels are tied. As the two have not met before, nothing that lies nearer
/// can be, so all shortest ways lead over one of these ties.
bool PathSampler::meet(const Side& near, const Side& far) {
  meetings_.clear();
  ways_ = 0;
  for (auto at = near.level_begins; at < near.seen.size(); ++at) {
    const auto node = near.seen[at];
    for (const auto& tie : graph_.ties_of(node)) {
      if (far.distance[tie.node.value] == kUnseen) continue;
      const auto ways = near.ways[node.value] * far.ways[tie.node.value];
      meetings_.push_back({node, tie.node, ways});
      ways_ += ways;
    }
  }
  return !meetings_.empty();
}

/// From a node back to the end of its side, over each tie with the chance that its ways have.
void PathSampler::walk_back(const Side& side, NodeIndex from) {
  auto node = from;
  while (side.distance[node.value] > 0) {
    path_.push_back(node);
    auto left = random_.unit() * side.ways[node.value];
    NodeIndex before = node;
    for (const auto& tie : graph_.ties_of(node)) {
      if (side.distance[tie.node.value] + 1 != side.distance[node.value]) continue;
      before = tie.node;
      left -= side.ways[tie.node.value];
      if (left < 0) break;
    }
    node = before;
  }
}

std::span<const NodeIndex> PathSampler::next() {
  path_.clear();
  const NodeIndex from{random_.below(graph_.nodes())};
  NodeIndex to{random_.below(graph_.nodes() - 1)};
  if (to.value >= from.value) ++to.value;
  one_.begin(from, graph_);
  other_.begin(to, graph_);
  while (one_.ties_ahead > 0 && other_.ties_ahead > 0) {
    auto& near = one_.ties_ahead <= other_.ties_ahead ? one_ : other_;
    auto& far = &near == &one_ ? other_ : one_;
    if (meet(near, far)) {
      auto left = random_.unit() * ways_;
      const auto* chosen = &meetings_.back();
      for (const auto& meeting : meetings_) {
        left -= meeting.ways;
        if (left >= 0) continue;
        chosen = &meeting;
        break;
      }
      walk_back(near, chosen->near);
      walk_back(far, chosen->far);
      break;
    }
    near.go_on(graph_);
    if (near.level_begins == near.seen.size()) break;  // nothing new: there is no way
  }
  one_.forget();
  other_.forget();
  return path_;
}

}  // namespace tributary::network
