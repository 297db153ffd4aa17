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
                             const std::vector<Participation>& participations)
    : began_(std::move(began)) {
  put_projects(organisations, participations);
  std::vector<std::uint32_t> members(began_.size() + 1);
  for (const auto project : projects_) ++members[project.value + 1];
  member_starts_ = starts_of(std::move(members));
  // In the order of organisations, so that the members of each project come out ascending too.
  auto next = member_starts_;
  members_.resize(projects_.size());
  for (std::uint32_t organisation = 0; organisation < organisations; ++organisation) {
    for (const auto project : projects_of({organisation})) {
      members_[next[project.value]++] = {organisation};
    }
  }
}

/// Counted, then put: to sort all of them takes several times as long, and a catalogue gives nearly
/// all in order.
void Collaboration::put_projects(std::uint32_t organisations,
                                 const std::vector<Participation>& participations) {
  std::vector<std::uint32_t> counts(organisations + 1);
  for (const auto& participation : participations) ++counts[participation.organisation.value + 1];
  project_starts_ = starts_of(std::move(counts));
  projects_.resize(participations.size());
  auto next = project_starts_;
  for (const auto& [organisation, project] : participations) {
    projects_[next[organisation.value]++] = project;
  }
  std::uint32_t kept = 0;
  for (std::uint32_t organisation = 0; organisation < organisations; ++organisation) {
    const auto begin = project_starts_[organisation], end = project_starts_[organisation + 1];
    const auto own = std::span(projects_).subspan(begin, end - begin);
    if (!std::ranges::is_sorted(own)) std::ranges::sort(own);
    project_starts_[organisation] = kept;
    for (const auto project : own) {
      const bool is_repeated =
          kept > project_starts_[organisation] && projects_[kept - 1] == project;
      if (!is_repeated) projects_[kept++] = project;
    }
  }
  project_starts_[organisations] = kept;
  projects_.resize(kept);
}

}  // namespace tributary::network
