// network/partners/partner_candidates.h
//
// Everybody who may be a partner, with what was said of each; who is shown gets a score.
//
//   auto found = search.candidates(question);
//   found.keep_only([&](OrganisationIndex organisation, std::uint32_t projects) { … });
//   for (const auto& best : found.page(0, 20)) …
//
// There may be several hundred thousand, each 24 bytes, of whom twenty are looked at.
//
// Thread rule: const members are safe from any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "network/partners/part_scales.h"
#include "network/partners/partner_question.h"

namespace tributary::network {

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

class PartnerCandidates {
 public:
  struct Found {
    OrganisationIndex organisation;
    std::uint32_t projects = 0;  ///< that it took part in
    double votes = 0, ties = 0;  ///< divided by its size
  };

  /// REQUIRES: `kinds` outlives it.
  PartnerCandidates(std::vector<Found> found, const PartnerQuestion& question,
                    std::span<const OrganisationKind> kinds);

  [[nodiscard]] std::size_t size() const { return found_.size(); }

  /// Leaves out whom `is_wanted` does not want; the parts of the others stay what they are.
  void keep_only(auto&& is_wanted) {
    std::erase_if(found_,
                  [&](const Found& each) { return !is_wanted(each.organisation, each.projects); });
  }

  /// Those from `offset` on, at most `limit`, of the order by score, then by place.
  [[nodiscard]] std::vector<PartnerCandidate> page(std::size_t offset, std::size_t limit) const;

 private:
  PartnerWeights weights_;
  Complementarity complementarity_;
  std::span<const OrganisationKind> kinds_;
  std::vector<Found> found_;
  double most_votes_ = 0, most_ties_ = 0;
  std::uint32_t most_projects_ = 0;
};

}  // namespace tributary::network
