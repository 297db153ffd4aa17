#include "network/ego_network.h"

#include <algorithm>
#include <tuple>

namespace tributary::network {
namespace {

bool had_begun(const Collaboration& collaboration, ProjectIndex project, Date until) {
  const auto began = collaboration.began(project);
  return began && *began <= until;
}

}  // namespace

std::vector<Tie> first_ties(const Collaboration& collaboration, OrganisationIndex ego) {
  std::vector<Tie> ties;
  for (const auto project : collaboration.projects_of(ego)) {
    const auto began = collaboration.began(project);
    if (!began) continue;
    for (const auto member : collaboration.members_of(project)) {
      if (member != ego) ties.push_back({member, *began, project});
    }
  }
  std::ranges::sort(ties, {}, [](const Tie& tie) {
    return std::tuple(tie.partner, tie.since, tie.first_project);
  });
  const auto later = std::ranges::unique(ties, {}, &Tie::partner);
  ties.erase(later.begin(), later.end());
  return ties;
}

EgoReader::EgoReader(const Collaboration& collaboration)
    : collaboration_(collaboration),
      partner_walk_(collaboration.organisations()),
      counted_walk_(collaboration.organisations()) {}

std::vector<OrganisationIndex> EgoReader::partners_of(OrganisationIndex ego, Date until) {
  ++walk_;
  std::vector<OrganisationIndex> partners;
  for (const auto project : collaboration_.projects_of(ego)) {
    if (!had_begun(collaboration_, project, until)) continue;
    for (const auto member : collaboration_.members_of(project)) {
      if (member == ego || partner_walk_[member.value] == walk_) continue;
      partner_walk_[member.value] = walk_;
      partners.push_back(member);
    }
  }
  return partners;
}

EgoPosition EgoReader::position_of(OrganisationIndex ego, Date until) {
  const auto partners = partners_of(ego, until);
  const auto partners_walk = walk_;
  EgoPosition position{.degree = partners.size()};
  for (const auto partner : partners) {
    ++walk_;
    for (const auto project : collaboration_.projects_of(partner)) {
      if (!had_begun(collaboration_, project, until)) continue;
      for (const auto member : collaboration_.members_of(project)) {
        const bool is_new_pair = member > partner && partner_walk_[member.value] == partners_walk &&
                                 counted_walk_[member.value] != walk_;
        if (!is_new_pair) continue;
        counted_walk_[member.value] = walk_;
        ++position.ties_among_partners;
      }
    }
  }
  if (position.degree == 0) return position;
  const auto degree = static_cast<double>(position.degree);
  position.effective_size = degree - 2 * static_cast<double>(position.ties_among_partners) / degree;
  return position;
}

}  // namespace tributary::network
