// network/partners/joint_projects.h
//
// Whom those who took part in very many projects worked with, and in which, laid out in the order
// in which ties are added up: to walk the members of tens of thousands of projects, each somewhere
// else in memory, takes several times as long.
//
//   const JointProjects joint(collaboration);
//   if (const auto* many = joint.of(member)) many->partners …
//
// Four bytes for each member of each of their projects, eight for each partner.
//
// Thread rule: safe from any thread once it is made.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "network/collaboration.h"

namespace tributary::network {

/// Of one organisation.
struct ManyJointProjects {
  struct Project {
    std::optional<Date> began;
    std::uint32_t members = 0;
  };
  OrganisationIndex organisation;
  std::vector<Project> projects;              ///< in the order of projects_of(organisation)
  std::vector<OrganisationIndex> partners;    ///< ascending, itself among them
  std::vector<std::uint32_t> starts, places;  ///< of partner p: places from starts[p] to
                                              ///< starts[p + 1], in `projects`, ascending

  /// With whom it may have none.
  [[nodiscard]] std::span<const std::uint32_t> with(OrganisationIndex partner) const;
};

class JointProjects {
 public:
  static constexpr std::size_t kMany = 2'000;  ///< projects of one organisation

  JointProjects() = default;
  explicit JointProjects(const Collaboration& collaboration, std::size_t many = kMany);

  /// Null where it took part in fewer.
  [[nodiscard]] const ManyJointProjects* of(OrganisationIndex organisation) const;

 private:
  std::vector<ManyJointProjects> all_;  // by organisation
};

}  // namespace tributary::network
