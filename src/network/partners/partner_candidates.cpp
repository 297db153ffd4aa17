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

/// By score, then by place.
bool is_before(const Ranked& one, const Ranked& other) {
  return one.score != other.score ? one.score > other.score : one.number < other.number;
}

/// The first so many of those that were offered, the last of which lies in front of the heap.
class FirstOnes {
 public:
  /// REQUIRES: most > 0.
  explicit FirstOnes(std::size_t most) : most_(most) { ranked_.reserve(most + 1); }

  /// Below it nobody is among the first any more.
  [[nodiscard]] double least() const { return ranked_.size() < most_ ? 0 : ranked_.front().score; }

  void offer(Ranked ranked) {
    ranked_.push_back(ranked);
    std::ranges::push_heap(ranked_, is_before);
    if (ranked_.size() <= most_) return;
    std::ranges::pop_heap(ranked_, is_before);
    ranked_.pop_back();
  }

  [[nodiscard]] std::vector<Ranked> in_order() && {
    std::ranges::sort_heap(ranked_, is_before);
    return std::move(ranked_);
  }

 private:
  std::size_t most_;
  std::vector<Ranked> ranked_;
};

/// What a score is at most, for less than it takes to compute it: most of hundreds of thousands lie
/// far below the first twenty.
class ScoreBound {
 public:
  ScoreBound(const PartnerWeights& weights, double most_votes, double most_ties,
             double of_most_projects)
      : of_vote_(most_votes > 0 ? weights.relevance * Growth::kSlope / most_votes : 0),
        of_tie_(most_ties > 0 ? weights.ties * Growth::kSlope / most_ties : 0),
        of_projects_(weights.experience / of_most_projects),
        newcomer_(weights.newcomer),
        others_(weights.complementarity +
                (weights.relevance + weights.ties) * Growth::kAboveNothing + kRounding),
        sum_(sum_of(weights)) {}

  [[nodiscard]] double of(const PartnerCandidates::Found& found, double of_projects) const {
    return (of_vote_ * found.votes + of_tie_ * found.ties + of_projects_ * of_projects +
            newcomer_ / of_projects + others_) /
           sum_;
  }

 private:
  static constexpr double kRounding = 1e-6;
  double of_vote_, of_tie_, of_projects_, newcomer_, others_, sum_;
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
  if (count == 0) return {};
  FirstOnes first(from + count);
  const ScoreBound bound(weights_, most_votes_, most_ties_, of_most_projects);
  for (std::uint32_t number = 0; number < found_.size(); ++number) {
    const auto& each = found_[number];
    if (sum > 0 && bound.of(each, logarithm.of(each.projects)) < first.least()) continue;
    first.offer({weighted_mean(parts_of(each), weights_, sum), number});
  }
  const auto ranked = std::move(first).in_order();
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
