#include "network/partners/joint_projects.h"

#include <algorithm>

namespace tributary::network {
namespace {

/// `counts` has a 0 for each organisation, and again when it returns.
ManyJointProjects joint_projects_of(OrganisationIndex organisation,
                                    const Collaboration& collaboration,
                                    std::vector<std::uint32_t>& counts) {
  ManyJointProjects joint{.organisation = organisation};
  const auto projects = collaboration.projects_of(organisation);
  for (const auto project : projects) {
    const auto members = collaboration.members_of(project);
    joint.projects.push_back({.began = collaboration.began(project),
                              .members = static_cast<std::uint32_t>(members.size())});
    for (const auto member : members) ++counts[member.value];
  }
  // From here on `counts` says where the next place of each goes.
  joint.starts.push_back(0);
  for (std::uint32_t partner = 0; partner < counts.size(); ++partner) {
    if (counts[partner] == 0) continue;
    joint.partners.push_back({partner});
    const auto begin = joint.starts.back();
    joint.starts.push_back(begin + counts[partner]);
    counts[partner] = begin;
  }
  joint.places.resize(joint.starts.back());
  for (std::uint32_t place = 0; place < projects.size(); ++place) {
    for (const auto member : collaboration.members_of(projects[place])) {
      joint.places[counts[member.value]++] = place;
    }
  }
  for (const auto partner : joint.partners) counts[partner.value] = 0;
  return joint;
}

}  // namespace

std::span<const std::uint32_t> ManyJointProjects::with(OrganisationIndex partner) const {
  const auto found = std::ranges::lower_bound(partners, partner);
  if (found == partners.end() || *found != partner) return {};
  const auto place = static_cast<std::size_t>(found - partners.begin());
  return std::span(places).subspan(starts[place], starts[place + 1] - starts[place]);
}

JointProjects::JointProjects(const Collaboration& collaboration, std::size_t many) {
  std::vector<std::uint32_t> counts(collaboration.organisations());
  for (std::uint32_t organisation = 0; organisation < counts.size(); ++organisation) {
    if (collaboration.projects_of({organisation}).size() < many) continue;
    all_.push_back(joint_projects_of({organisation}, collaboration, counts));
  }
}

const ManyJointProjects* JointProjects::of(OrganisationIndex organisation) const {
  const auto found =
      std::ranges::lower_bound(all_, organisation, {}, &ManyJointProjects::organisation);
  return found == all_.end() || found->organisation != organisation ? nullptr : &*found;
}

}  // namespace tributary::network
