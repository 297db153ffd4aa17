// network/collaboration.h
//
// Who took part in what, seen from either side: organisations and projects by their places in two
// lists of the caller's.
//
//   const Collaboration collaboration(3, {day, {}}, {{{0}, {0}}, {{2}, {0}}, {{2}, {1}}});
//   collaboration.members_of({0})   →  organisations 0 and 2
//
// Two compressed lists of numbers and nothing for each pair: a project of a hundred partners costs
// a hundred entries and not ten thousand. Eight bytes a participation, twelve a project.
//
// Thread rule: safe from any thread once it is made.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "base/strong_id.h"

namespace tributary::network {

using OrganisationIndex = StrongId<struct OrganisationIndexTag, std::uint32_t>;
using ProjectIndex = StrongId<struct ProjectIndexTag, std::uint32_t>;

struct Participation {
  OrganisationIndex organisation;
  ProjectIndex project;
  auto operator<=>(const Participation&) const = default;
};

class Collaboration {
 public:
  /// `began` has the first day of each project, where it is known. A participation that is named
  /// twice counts once. REQUIRES: every index lies in its list.
  Collaboration(std::uint32_t organisations, std::vector<std::optional<Date>> began,
                const std::vector<Participation>& participations);

  /// Ascending.
  [[nodiscard]] std::span<const ProjectIndex> projects_of(OrganisationIndex organisation) const {
    const auto begin = project_starts_[organisation.value];
    return std::span(projects_).subspan(begin, project_starts_[organisation.value + 1] - begin);
  }
  /// Ascending.
  [[nodiscard]] std::span<const OrganisationIndex> members_of(ProjectIndex project) const {
    const auto begin = member_starts_[project.value];
    return std::span(members_).subspan(begin, member_starts_[project.value + 1] - begin);
  }

  [[nodiscard]] std::optional<Date> began(ProjectIndex project) const {
    return began_[project.value];
  }
  [[nodiscard]] std::uint32_t organisations() const {
    return static_cast<std::uint32_t>(project_starts_.size() - 1);
  }
  [[nodiscard]] std::uint32_t projects() const { return static_cast<std::uint32_t>(began_.size()); }

 private:
  void put_projects(std::uint32_t organisations, const std::vector<Participation>& participations);

  std::vector<std::optional<Date>> began_;
  // What belongs to number n lies from starts[n] to starts[n + 1].
  std::vector<std::uint32_t> project_starts_, member_starts_;
  std::vector<ProjectIndex> projects_;
  std::vector<OrganisationIndex> members_;
};

}  // namespace tributary::network
