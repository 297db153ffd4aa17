// network/partners/partner_search.h
//
// Ranks organisations as partners for an idea: the projects that are like it vote for those that
// carried them out, and those that worked with the consortium's members before come beside them.
//
//   const PartnerSearch search(collaboration, kinds);
//   auto found = search.candidates({.votes = votes, .members = {school}, .today = today});
//   const auto best = found.page(0, 20);
//   best.front().score                                        →  0.81 of 1
//   search.votes_for(best.front().organisation, question, 5)  →  the projects that speak for it
//
// What is added up, and why: docs/partners.md.
//
// Thread rule: safe from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network/collaboration.h"
#include "network/partners/joint_projects.h"
#include "network/partners/partner_candidates.h"
#include "network/partners/partner_question.h"

namespace tributary::network {

/// A project and its part in what a candidate has of votes or ties.
struct Reason {
  ProjectIndex project;
  double share = 0;  ///< 0 … 1
};

/// Those that said most, in order, of so many.
struct Reasons {
  std::size_t count = 0;
  std::vector<Reason> first;
};

class PartnerSearch {
 public:
  /// With `joint`, which is made of the collaboration, members of very many projects are answered
  /// faster. REQUIRES: all outlive it; a kind for each organisation.
  PartnerSearch(const Collaboration& collaboration, std::span<const OrganisationKind> kinds,
                const JointProjects* joint = nullptr);

  /// Everybody who carried out one of the projects or worked with a member. Takes as long as it
  /// takes to walk the members of these projects, and, where members took part in many, 8 bytes an
  /// organisation of the catalogue.
  [[nodiscard]] PartnerCandidates candidates(const PartnerQuestion& question) const;

  /// The projects that voted for it: at most so many, those that said most.
  [[nodiscard]] Reasons votes_for(OrganisationIndex candidate, const PartnerQuestion& question,
                                  std::size_t most) const;

  /// The projects that it shared with members: at most so many, those that say most.
  [[nodiscard]] Reasons ties_of(OrganisationIndex candidate, const PartnerQuestion& question,
                                std::size_t most) const;

 private:
  /// Null where it has few, and where not all of them are known.
  [[nodiscard]] const ManyJointProjects* many_of(OrganisationIndex member,
                                                 const PartnerQuestion& question) const {
    return joint_ == nullptr || question.known_until ? nullptr : joint_->of(member);
  }

  const Collaboration& collaboration_;
  std::span<const OrganisationKind> kinds_;
  const JointProjects* joint_;
};

}  // namespace tributary::network
