#include "network/partners/partner_candidates.h"

#include <algorithm>
#include <utility>

namespace tributary::network {
namespace {

double weighted_mean(const PartnerParts& parts, const PartnerWeights& weights, double sum) {
  if (sum <= 0) return 0;
  return (weights.relevance * parts.relevance + weights.ties * parts.ties +
          weights.experience * parts.experience + weights.complementarity * parts.complementarity +
          weights.newcomer * parts.newcomer) /
         sum;
}

struct Ranked {
  double score;
  std::uint32_t number;  // in the order of places
};

}  // namespace

PartnerCandidates::PartnerCandidates(std::vector<Found> found, const PartnerQuestion& question,
                                     std::span<const OrganisationKind> kinds)
    : weights_(counting_weights(question)),
      complementarity_(question.members, kinds),
      kinds_(kinds),
      found_(std::move(found)) {
  for (const auto& each : found_) {
    most_votes_ = std::max(most_votes_, each.votes);
    most_ties_ = std::max(most_ties_, each.ties);
    most_projects_ = std::max(most_projects_, each.projects);
  }
}

std::vector<PartnerCandidate> PartnerCandidates::page(std::size_t offset, std::size_t limit) const {
  const SizePowers logarithm(1);
  const Growth growth;
  const double sum = sum_of(weights_);
  const double of_most_projects = logarithm.of(most_projects_);
  const auto parts_of = [&](const Found& each) {
    const double of_projects = logarithm.of(each.projects);
    return PartnerParts{.relevance = growth.of(each.votes, most_votes_),
                        .ties = growth.of(each.ties, most_ties_),
                        .experience = of_projects / of_most_projects,
                        .complementarity = complementarity_.of(kinds_[each.organisation.value]),
                        .newcomer = 1 / of_projects};
  };
  const auto from = std::min(offset, found_.size());
  const auto count = std::min(limit, found_.size() - from);
  std::vector<Ranked> ranked;
  ranked.reserve(found_.size());
  for (std::uint32_t number = 0; number < found_.size(); ++number) {
    ranked.push_back({weighted_mean(parts_of(found_[number]), weights_, sum), number});
  }
  std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(from + count),
                            [](const Ranked& one, const Ranked& other) {
                              return one.score != other.score ? one.score > other.score
                                                              : one.number < other.number;
                            });
  std::vector<PartnerCandidate> page;
  page.reserve(count);
  for (const auto& [score, number] : std::span(ranked).subspan(from, count)) {
    const auto& each = found_[number];
    page.push_back({.organisation = each.organisation,
                    .score = score,
                    .parts = parts_of(each),
                    .projects = each.projects});
  }
  return page;
}

}  // namespace tributary::network
