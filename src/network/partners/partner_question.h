// network/partners/partner_question.h
//
// What is asked of partner finding: which projects vote, for whom a partner is sought, and how much
// each part of the score says.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"
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

/// The weights of those parts that the question has something for.
PartnerWeights counting_weights(const PartnerQuestion& question);

}  // namespace tributary::network
