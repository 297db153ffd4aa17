// network/partners/partner_search.h
//
// Ranks organisations as partners for an idea: the projects that are like it vote for those that
// carried them out, and those that worked with the consortium's members before come beside them.
//
//   const PartnerSearch search(collaboration, kinds);
//   auto found = search.candidates({.votes = votes, .members = {school}, .today = today});
//   const auto best = page_of(found, 0, 20);
//   best.front().score                                      →  0.81 of 1
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

namespace tributary::network {

/// What an organisation is, as numbers of the caller's: 0 is unknown, which adds nothing new.
struct OrganisationKind {
  std::uint16_t country = 0;
  std::uint16_t type = 0;
};

/// A project that is like what is looked for.
struct Vote {
  ProjectIndex project;
  double weight = 0;  ///< > 0; of one question they are compared with each other
};

/// How much each part says, each from 0 up; the score is their weighted mean. Without members ties
/// and complementarity count for nothing, without votes relevance.
///
/// The usual ones of the first three were learnt from projects of 2015 to 2017 by
/// bench/partners/partner_weights.cpp (docs/decisions/0035-partner-weights.md), the others chosen.
struct PartnerWeights {
  double relevance = 0.55;
  double ties = 1;
  double experience = 0.38;
  double complementarity = 0.1;
  double newcomer = 0;
};

double sum_of(const PartnerWeights& weights);

struct PartnerQuestion {
  std::vector<Vote> votes;                 ///< each project once
  std::vector<OrganisationIndex> members;  ///< of the consortium, never candidates themselves
  PartnerWeights weights = {};
  double size_damping = 0;               ///< 0: votes and ties count as they are; 1: divided by
                                         ///< log₂(1 + projects)
  double half_life_years = 6;            ///< what a project says halves in this time; > 0
  Date today;                            ///< ages are counted to this day
  std::optional<Date> known_until = {};  ///< projects that began later, or nobody knows when, are
                                         ///< as if they were not there: to try the method
};

/// Each from 0 to 1; relevance, ties and experience are 1 for the candidate that has most, and grow
/// with the logarithm: the tenth vote says less than the first.
struct PartnerParts {
  double relevance = 0;        ///< the votes of projects
  double ties = 0;             ///< joint projects with members
  double experience = 0;       ///< projects of any kind
  double complementarity = 0;  ///< ½ each for a country and a type that no member has
  double newcomer = 0;         ///< 1 with one project, less with more: 1 / log₂(1 + projects)
};

struct PartnerCandidate {
  OrganisationIndex organisation;
  double score = 0;  ///< 0 … 1
  PartnerParts parts;
  std::uint32_t projects = 0;  ///< that it took part in
};

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

/// The weights of those parts that the question has something for.
PartnerWeights counting_weights(const PartnerQuestion& question);

/// Those from `offset` on, at most `limit`, of the order by score, then by place, into which they
/// are put as far as that.
std::span<const PartnerCandidate> page_of(std::vector<PartnerCandidate>& candidates,
                                          std::size_t offset, std::size_t limit);

class PartnerSearch {
 public:
  /// REQUIRES: the collaboration outlives it; a kind for each organisation.
  PartnerSearch(const Collaboration& collaboration, std::span<const OrganisationKind> kinds);

  /// Everybody who carried out one of the projects or worked with a member, in no order: page_of()
  /// makes it. Takes as long as it takes to walk the members of these projects, and 16 bytes an
  /// organisation of the catalogue.
  [[nodiscard]] std::vector<PartnerCandidate> candidates(const PartnerQuestion& question) const;

  /// The projects that voted for it: at most so many, those that said most.
  [[nodiscard]] Reasons votes_for(OrganisationIndex candidate, const PartnerQuestion& question,
                                  std::size_t most) const;

  /// The projects that it shared with members: at most so many, those that say most.
  [[nodiscard]] Reasons ties_of(OrganisationIndex candidate, const PartnerQuestion& question,
                                std::size_t most) const;

 private:
  const Collaboration& collaboration_;
  std::span<const OrganisationKind> kinds_;
};

}  // namespace tributary::network
