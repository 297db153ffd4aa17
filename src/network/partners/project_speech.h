// network/partners/project_speech.h
//
// What one project says to each of its members, as a vote or as a tie.
#pragma once

#include <algorithm>
#include <cmath>

#include "network/partners/partner_question.h"

namespace tributary::network {

inline constexpr double kDaysOfYear = 365.25;

/// What one project says to each of its members.
class ProjectSpeech {
 public:
  ProjectSpeech(const Collaboration& collaboration, const PartnerQuestion& question)
      : collaboration_(collaboration), question_(question) {}

  /// Halved with each half-life; a project without a day speaks as one that is one half-life old,
  /// one that begins later as one of today.
  [[nodiscard]] double recency(std::optional<Date> began) const {
    if (!began) return 0.5;
    const double days = question_.today.days_since_epoch() - began->days_since_epoch();
    return std::exp2(-std::max(0.0, days) / kDaysOfYear / question_.half_life_years);
  }

  [[nodiscard]] bool is_known(ProjectIndex project) const {
    if (!question_.known_until) return true;
    const auto began = collaboration_.began(project);
    return began && *began <= *question_.known_until;
  }

  /// Of a project that is like what is looked for, to each who carried it out: the square of its
  /// weight beside the largest, so that the nearest speak loudest.
  [[nodiscard]] double of_vote(const Vote& vote) const {
    const double near = vote.weight / largest_vote_;
    return near * near * recency(collaboration_.began(vote.project));
  }

  /// Of a project with one member, to each of its members: less the more there are.
  [[nodiscard]] double of_tie(ProjectIndex project) const {
    return of_tie(collaboration_.began(project), collaboration_.members_of(project).size());
  }
  [[nodiscard]] double of_tie(std::optional<Date> began, std::size_t members) const {
    return recency(began) / std::sqrt(static_cast<double>(members));
  }

  /// How much each joint project with the member says: who works with everybody says little.
  [[nodiscard]] double of_member(OrganisationIndex member) const {
    return 1 / std::sqrt(1.0 + projects_known(member));
  }

  [[nodiscard]] std::uint32_t projects_known(OrganisationIndex organisation) const {
    const auto projects = collaboration_.projects_of(organisation);
    if (!question_.known_until) return static_cast<std::uint32_t>(projects.size());
    return static_cast<std::uint32_t>(
        std::ranges::count_if(projects, [&](auto project) { return is_known(project); }));
  }

 private:
  [[nodiscard]] double largest_vote() const {
    double largest = 0;
    for (const auto& vote : question_.votes) largest = std::max(largest, vote.weight);
    return largest;
  }

  const Collaboration& collaboration_;
  const PartnerQuestion& question_;
  const double largest_vote_ = largest_vote();
};

}  // namespace tributary::network
