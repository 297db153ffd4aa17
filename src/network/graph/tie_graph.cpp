#include "network/graph/tie_graph.h"

#include <algorithm>
#include <numeric>

namespace tributary::network {
namespace {

constexpr std::uint32_t kNobody = ~std::uint32_t{0};
constexpr std::uint32_t kNodesBetweenLooks = 256;

/// Everybody of a scope, with their nodes.
class ScopeMembers {
 public:
  ScopeMembers(const Collaboration& collaboration, const TieScope& scope)
      : collaboration_(collaboration),
        within_(scope.within),
        node_of_(collaboration.organisations(), kNobody) {
    const auto partners = partners_around(scope);
    for (std::uint32_t place = 0; place < collaboration.organisations(); ++place) {
      if (scope.around && !partners[place]) continue;
      const auto own = collaboration.projects_of({place});
      const auto count =
          std::ranges::count_if(own, [&](auto project) { return within_.has(project); });
      if (count == 0) continue;
      node_of_[place] = static_cast<std::uint32_t>(organisations.size());
      organisations.push_back({place});
      projects.push_back(static_cast<std::uint32_t>(count));
    }
  }

  [[nodiscard]] std::uint32_t node_of(OrganisationIndex organisation) const {
    return node_of_[organisation.value];
  }

  /// `meet(other)` for each project that another node took part in too.
  void for_each_meeting(std::uint32_t node, auto meet) const {
    for_each_met(organisations[node], [&](OrganisationIndex member) {
      if (node_of(member) != kNobody) meet(node_of(member));
    });
  }

  std::vector<OrganisationIndex> organisations;
  std::vector<std::uint32_t> projects;

 private:
  void for_each_met(OrganisationIndex own, auto meet) const {
    for (const auto project : collaboration_.projects_of(own)) {
      if (!within_.has(project)) continue;
      for (const auto member : collaboration_.members_of(project)) {
        if (member != own) meet(member);
      }
    }
  }

  /// By organisation; empty where the scope is around nobody.
  [[nodiscard]] std::vector<bool> partners_around(const TieScope& scope) const {
    if (!scope.around) return {};
    std::vector<std::uint32_t> joint(collaboration_.organisations());
    for_each_met(*scope.around, [&](OrganisationIndex member) { ++joint[member.value]; });
    joint[scope.around->value] = scope.fewest_projects;
    std::vector<bool> partners(joint.size());
    for (std::size_t place = 0; place < joint.size(); ++place) {
      partners[place] = joint[place] >= scope.fewest_projects;
    }
    return partners;
  }

  const Collaboration& collaboration_;
  const ProjectSet& within_;
  std::vector<std::uint32_t> node_of_;  // by organisation
};

}  // namespace

TieGraph::TieGraph(std::uint32_t nodes, std::span<const NodePair> pairs)
    : starts_(nodes + 1), ties_(2 * pairs.size()) {
  for (const auto& pair : pairs) {
    ++starts_[pair.one.value + 1];
    ++starts_[pair.other.value + 1];
  }
  std::inclusive_scan(starts_.begin(), starts_.end(), starts_.begin());
  auto next = starts_;
  for (const auto& [one, other, projects] : pairs) {
    ties_[next[one.value]++] = {other, projects};
    ties_[next[other.value]++] = {one, projects};
  }
  for (std::uint32_t node = 0; node < nodes; ++node) {
    std::ranges::sort(std::span(ties_).subspan(starts_[node], degree({node})), {}, &GraphTie::node);
  }
}

TieGraph::TieGraph(std::vector<std::uint32_t> starts, std::vector<GraphTie> ties)
    : starts_(std::move(starts)), ties_(std::move(ties)) {}

std::uint64_t TieGraph::strength(NodeIndex node) const {
  std::uint64_t strength = 0;
  for (const auto& tie : ties_of(node)) strength += tie.projects;
  return strength;
}

std::optional<NodeIndex> OrganisationGraph::node_of(OrganisationIndex organisation) const {
  const auto found = std::ranges::lower_bound(organisations, organisation);
  if (found == organisations.end() || *found != organisation) return std::nullopt;
  return NodeIndex{static_cast<std::uint32_t>(found - organisations.begin())};
}

Result<OrganisationGraph> graph_of(const Collaboration& collaboration, const TieScope& scope,
                                   Deadline deadline) {
  ScopeMembers members(collaboration, scope);
  const auto nodes = static_cast<std::uint32_t>(members.organisations.size());
  std::vector<std::uint32_t> starts{0};
  starts.reserve(nodes + 1);
  std::vector<GraphTie> ties;
  std::vector<std::uint32_t> joint(nodes), met;  // joint: by node, 0 again after each row
  for (std::uint32_t node = 0; node < nodes; ++node) {
    if (node % kNodesBetweenLooks == 0) TRY(check_deadline(deadline));
    met.clear();
    members.for_each_meeting(node, [&](std::uint32_t other) {
      if (joint[other]++ == 0) met.push_back(other);
    });
    std::ranges::sort(met);
    for (const auto other : met) {
      if (joint[other] >= scope.fewest_projects) ties.push_back({{other}, joint[other]});
      joint[other] = 0;
    }
    if (ties.size() > 2 * kMostTies) {
      return fail(ErrorCode::too_long,
                  "this network has more than 10 million ties; ask for a smaller part");
    }
    starts.push_back(static_cast<std::uint32_t>(ties.size()));
  }
  ties.shrink_to_fit();
  return OrganisationGraph{TieGraph(std::move(starts), std::move(ties)),
                           std::move(members.organisations), std::move(members.projects)};
}

}  // namespace tributary::network
