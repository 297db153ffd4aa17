#include "network/collaboration.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tributary::network {
namespace {

/// Where each number's entries begin, from how many each has one place further on.
std::vector<std::uint32_t> starts_of(std::vector<std::uint32_t> counts) {
  std::inclusive_scan(counts.begin(), counts.end(), counts.begin());
  return counts;
}

}  // namespace

Collaboration::Collaboration(std::uint32_t organisations, std::vector<std::optional<Date>> began,
                             std::vector<Participation> participations)
    : began_(std::move(began)) {
  std::ranges::sort(participations);
  const auto repeated = std::ranges::unique(participations);
  participations.erase(repeated.begin(), repeated.end());

  std::vector<std::uint32_t> projects(organisations + 1), members(began_.size() + 1);
  for (const auto& [organisation, project] : participations) {
    ++projects[organisation.value + 1];
    ++members[project.value + 1];
  }
  project_starts_ = starts_of(std::move(projects));
  member_starts_ = starts_of(std::move(members));

  // In the order of organisations, so that the members of each project come out ascending too.
  auto next = member_starts_;
  projects_.reserve(participations.size());
  members_.resize(participations.size());
  for (const auto& [organisation, project] : participations) {
    projects_.push_back(project);
    members_[next[project.value]++] = organisation;
  }
}

std::span<const ProjectIndex> Collaboration::projects_of(OrganisationIndex organisation) const {
  const auto begin = project_starts_[organisation.value];
  return std::span(projects_).subspan(begin, project_starts_[organisation.value + 1] - begin);
}

std::span<const OrganisationIndex> Collaboration::members_of(ProjectIndex project) const {
  const auto begin = member_starts_[project.value];
  return std::span(members_).subspan(begin, member_starts_[project.value + 1] - begin);
}

}  // namespace tributary::network
