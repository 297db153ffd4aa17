// network/ego_network.h
//
// An organisation's own surroundings: whom it worked with since when, and how it stands among them.
//
//   EgoReader reader(collaboration);
//   const auto position = reader.position_of({7}, Date::from_calendar(2020, 12, 31).value());
//   position.degree           →  12 partners until then
//   position.effective_size   →  3.5: it joins between three and four groups
//
// Two organisations are tied from the first day of their first joint project on. A project without
// a day ties nobody, as nobody can say since when.
//
// Thread rule: the functions are pure; an EgoReader is for one thread at a time.
#pragma once

#include <cstdint>
#include <vector>

#include "network/collaboration.h"

namespace tributary::network {

struct Tie {
  OrganisationIndex partner;
  Date since;
  ProjectIndex first_project;  ///< of those that began on this day the one that comes first
  bool operator==(const Tie&) const = default;
};

/// By partner. Linear in the sizes of its projects, but for a sort.
std::vector<Tie> first_ties(const Collaboration& collaboration, OrganisationIndex ego);

struct EgoPosition {
  std::uint64_t degree = 0;               ///< partners
  std::uint64_t ties_among_partners = 0;  ///< pairs of them that are tied, the ego's projects told
  /// Burt's effective size, of an undirected network without weights: n − 2t/n of n partners with t
  /// ties among them. 1 where all know one another, n where none do; 0 without a partner.
  /// Source: Burt (1992), Structural Holes, ch. 2; in this form Borgatti (1997), Connections 20.
  double effective_size = 0;
  bool operator==(const EgoPosition&) const = default;
};

/// Keeps two marks for each organisation, sixteen bytes, from one question to the next.
class EgoReader {
 public:
  /// REQUIRES: the collaboration outlives it.
  explicit EgoReader(const Collaboration& collaboration);

  /// At the end of `until`. Exact. Takes as long as it takes to walk the members of all projects of
  /// all partners; holds the partners and nothing for each pair.
  EgoPosition position_of(OrganisationIndex ego, Date until);

 private:
  /// Those tied to the ego until then, each once; marks them with a walk of their own.
  std::vector<OrganisationIndex> partners_of(OrganisationIndex ego, Date until);

  const Collaboration& collaboration_;
  // By organisation, the number of the walk in which it was last met: no walk clears them.
  std::vector<std::uint64_t> partner_walk_, counted_walk_;
  std::uint64_t walk_ = 0;
};

}  // namespace tributary::network
