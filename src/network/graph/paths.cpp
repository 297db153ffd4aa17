#include "network/graph/paths.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace tributary::network {
namespace {

constexpr auto kUnreached = ~std::uint32_t{0};

class PathSearch {
 public:
  PathSearch(const Collaboration& collaboration, const ProjectSet& within)
      : collaboration_(collaboration),
        within_(within),
        steps_to_(collaboration.organisations(), kUnreached) {}

  std::optional<std::vector<PathStep>> run(OrganisationIndex from, OrganisationIndex to) {
    const auto own = collaboration_.projects_of(from);
    const bool is_there =
        std::ranges::any_of(own, [&](auto project) { return within_.has(project); });
    if (!is_there || !measure_steps_to(to, from)) return std::nullopt;
    return followed(from, to);
  }

 private:
  /// How far everybody is from `to`, until `from` is met; each project is looked at once.
  bool measure_steps_to(OrganisationIndex to, OrganisationIndex from) {
    std::vector<bool> is_seen(collaboration_.projects());
    std::vector<OrganisationIndex> waiting{to};
    steps_to_[to.value] = 0;
    for (std::size_t at = 0; at < waiting.size(); ++at) {
      const auto own = waiting[at];
      if (own == from) return true;
      for (const auto project : collaboration_.projects_of(own)) {
        if (!within_.has(project) || is_seen[project.value]) continue;
        is_seen[project.value] = true;
        for (const auto member : collaboration_.members_of(project)) {
          if (steps_to_[member.value] != kUnreached) continue;
          steps_to_[member.value] = steps_to_[own.value] + 1;
          waiting.push_back(member);
        }
      }
    }
    return false;
  }

  struct Reached {
    bool is_reached = false;
    OrganisationIndex before;
    std::uint64_t projects = 0;  // along the best way to here
  };

  /// From `from` always one step nearer, level by level.
  [[nodiscard]] std::vector<PathStep> followed(OrganisationIndex from, OrganisationIndex to) const {
    std::vector<Reached> reached(collaboration_.organisations());
    std::vector<std::uint32_t> joint(collaboration_.organisations());
    std::vector<OrganisationIndex> level{from}, next, met;
    while (level.front() != to) {
      next.clear();
      std::ranges::sort(level);
      for (const auto own : level) {
        met.clear();
        for_each_nearer(own, [&](OrganisationIndex member) {
          if (joint[member.value]++ == 0) met.push_back(member);
        });
        for (const auto member : met) {
          const auto projects = reached[own.value].projects + joint[member.value];
          joint[member.value] = 0;
          auto& other = reached[member.value];
          if (!other.is_reached) next.push_back(member);
          if (!other.is_reached || projects > other.projects) other = {true, own, projects};
        }
      }
      level.swap(next);
    }
    std::vector<PathStep> path;
    for (auto own = to;; own = reached[own.value].before) {
      path.push_back({own, {}});
      if (own == from) break;
      path.back().projects = joint_projects(reached[own.value].before, own);
    }
    std::ranges::reverse(path);
    return path;
  }

  void for_each_nearer(OrganisationIndex own, auto meet) const {
    for (const auto project : collaboration_.projects_of(own)) {
      if (!within_.has(project)) continue;
      for (const auto member : collaboration_.members_of(project)) {
        if (steps_to_[member.value] + 1 == steps_to_[own.value]) meet(member);
      }
    }
  }

  [[nodiscard]] std::vector<ProjectIndex> joint_projects(OrganisationIndex one,
                                                         OrganisationIndex other) const {
    std::vector<ProjectIndex> joint;
    std::ranges::set_intersection(collaboration_.projects_of(one),
                                  collaboration_.projects_of(other), std::back_inserter(joint));
    std::erase_if(joint, [&](auto project) { return !within_.has(project); });
    return joint;
  }

  const Collaboration& collaboration_;
  const ProjectSet& within_;
  std::vector<std::uint32_t> steps_to_;  // by organisation
};

}  // namespace

std::optional<std::vector<PathStep>> shortest_path(const Collaboration& collaboration,
                                                   const ProjectSet& within, OrganisationIndex from,
                                                   OrganisationIndex to) {
  return PathSearch(collaboration, within).run(from, to);
}

}  // namespace tributary::network
