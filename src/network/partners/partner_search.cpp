#include "network/partners/partner_search.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tributary::network {
namespace {

constexpr double kDaysOfYear = 365.25;

/// What one project says to each of its members.
class ProjectSpeech {
 public:
  ProjectSpeech(const Collaboration& collaboration, const PartnerQuestion& question)
      : collaboration_(collaboration), question_(question) {}

  /// Halved with each half-life; a project without a day speaks as one that is one half-life old,
  /// one that begins later as one of today.
  [[nodiscard]] double recency(ProjectIndex project) const {
    const auto began = collaboration_.began(project);
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
    return near * near * recency(vote.project);
  }

  /// Of a project with one member, to each of its members: less the more there are.
  [[nodiscard]] double of_tie(ProjectIndex project) const {
    const auto members = static_cast<double>(collaboration_.members_of(project).size());
    return recency(project) / std::sqrt(members);
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

bool is_member(const PartnerQuestion& question, OrganisationIndex organisation) {
  return std::ranges::find(question.members, organisation) != question.members.end();
}

/// ½ each for a country and a type that no member has.
double complementarity(OrganisationKind kind, const PartnerQuestion& question,
                       std::span<const OrganisationKind> kinds) {
  if (question.members.empty()) return 0;
  const auto nobody_has = [&](auto part) {
    return kind.*part != 0 && std::ranges::none_of(question.members, [&](auto member) {
             return kinds[member.value].*part == kind.*part;
           });
  };
  return (nobody_has(&OrganisationKind::country) ? 0.5 : 0.0) +
         (nobody_has(&OrganisationKind::type) ? 0.5 : 0.0);
}

struct Sums {
  double votes = 0, ties = 0;
};

/// log₂(1 + projects) to the power of the damping, computed once for each of the usual sizes.
class SizeDamping {
 public:
  explicit SizeDamping(double power) : power_(power) {
    for (std::uint32_t projects = 0; projects < usual_.size(); ++projects) {
      usual_[projects] = computed(projects);
    }
  }

  [[nodiscard]] double of(std::uint32_t projects) const {
    return projects < usual_.size() ? usual_[projects] : computed(projects);
  }

 private:
  [[nodiscard]] double computed(std::uint32_t projects) const {
    return std::pow(std::log2(1.0 + projects), power_);
  }

  double power_;
  std::array<double, 256> usual_{};
};

/// The largest are 1; what is a tenth of it is 0.23: log(1 + 5·part/largest) / log(6).
void scale_to_largest(std::vector<PartnerCandidate>& candidates, double PartnerParts::* part) {
  constexpr double kSteepness = 5;
  double largest = 0;
  for (const auto& candidate : candidates) largest = std::max(largest, candidate.parts.*part);
  if (largest <= 0) return;
  const double whole = std::log1p(kSteepness);
  for (auto& candidate : candidates) {
    auto& value = candidate.parts.*part;
    if (value > 0) value = std::log1p(kSteepness * value / largest) / whole;
  }
}

/// Largest 1: log(1 + projects) beside that of the candidate with most.
void measure_experience(std::vector<PartnerCandidate>& candidates) {
  std::uint32_t most = 0;
  for (const auto& candidate : candidates) most = std::max(most, candidate.projects);
  if (most == 0) return;
  for (auto& candidate : candidates) {
    // The newcomer's part has the same logarithm, which so is taken once.
    candidate.parts.experience = 1 / (candidate.parts.newcomer * std::log2(1.0 + most));
  }
}

double weighted_mean(const PartnerParts& parts, const PartnerWeights& weights) {
  const double sum = sum_of(weights);
  if (sum <= 0) return 0;
  return (weights.relevance * parts.relevance + weights.ties * parts.ties +
          weights.experience * parts.experience + weights.complementarity * parts.complementarity +
          weights.newcomer * parts.newcomer) /
         sum;
}

/// By share, then by place, the shares being of all of them.
std::vector<Reason> in_order(std::vector<Reason> reasons) {
  double sum = 0;
  for (const auto& reason : reasons) sum += reason.share;
  for (auto& reason : reasons) reason.share /= sum;
  std::ranges::sort(reasons, [](const Reason& one, const Reason& other) {
    return one.share != other.share ? one.share > other.share : one.project < other.project;
  });
  return reasons;
}

}  // namespace

double sum_of(const PartnerWeights& weights) {
  return weights.relevance + weights.ties + weights.experience + weights.complementarity +
         weights.newcomer;
}

PartnerWeights counting_weights(const PartnerQuestion& question) {
  auto weights = question.weights;
  if (question.votes.empty()) weights.relevance = 0;
  if (question.members.empty()) weights.ties = weights.complementarity = 0;
  return weights;
}

std::span<const PartnerCandidate> page_of(std::vector<PartnerCandidate>& candidates,
                                          std::size_t offset, std::size_t limit) {
  const auto from = std::min(offset, candidates.size());
  const auto count = std::min(limit, candidates.size() - from);
  std::ranges::partial_sort(
      candidates, candidates.begin() + static_cast<std::ptrdiff_t>(from + count),
      [](const PartnerCandidate& one, const PartnerCandidate& other) {
        return one.score != other.score ? one.score > other.score
                                        : one.organisation < other.organisation;
      });
  return std::span(candidates).subspan(from, count);
}

PartnerSearch::PartnerSearch(const Collaboration& collaboration,
                             std::span<const OrganisationKind> kinds)
    : collaboration_(collaboration), kinds_(kinds) {}

std::vector<PartnerCandidate> PartnerSearch::candidates(const PartnerQuestion& question) const {
  const ProjectSpeech speech(collaboration_, question);
  std::vector<Sums> sums(collaboration_.organisations());
  std::vector<std::uint32_t> met;
  const auto add = [&](OrganisationIndex organisation, double Sums::* part, double said) {
    auto& sum = sums[organisation.value];
    if (sum.votes == 0 && sum.ties == 0) met.push_back(organisation.value);
    sum.*part += said;
  };
  for (const auto& vote : question.votes) {
    if (!speech.is_known(vote.project)) continue;
    const double each = speech.of_vote(vote);
    for (const auto organisation : collaboration_.members_of(vote.project)) {
      add(organisation, &Sums::votes, each);
    }
  }
  for (const auto member : question.members) {
    const double of_member = speech.of_member(member);
    for (const auto project : collaboration_.projects_of(member)) {
      if (!speech.is_known(project)) continue;
      const double each = of_member * speech.of_tie(project);
      for (const auto organisation : collaboration_.members_of(project)) {
        add(organisation, &Sums::ties, each);
      }
    }
  }
  const SizeDamping damping(question.size_damping);
  std::vector<PartnerCandidate> candidates;
  candidates.reserve(met.size());
  for (const auto place : met) {
    const OrganisationIndex organisation{place};
    if (is_member(question, organisation)) continue;
    const auto projects = speech.projects_known(organisation);
    const double damped = damping.of(projects);
    candidates.push_back(
        {.organisation = organisation,
         .parts = {.relevance = sums[place].votes / damped,
                   .ties = sums[place].ties / damped,
                   .complementarity = complementarity(kinds_[place], question, kinds_),
                   .newcomer = 1 / std::log2(1.0 + projects)},
         .projects = projects});
  }
  scale_to_largest(candidates, &PartnerParts::relevance);
  scale_to_largest(candidates, &PartnerParts::ties);
  measure_experience(candidates);
  const auto weights = counting_weights(question);
  for (auto& candidate : candidates) candidate.score = weighted_mean(candidate.parts, weights);
  return candidates;
}

std::vector<Reason> PartnerSearch::votes_for(OrganisationIndex candidate,
                                             const PartnerQuestion& question) const {
  const ProjectSpeech speech(collaboration_, question);
  std::vector<Reason> reasons;
  for (const auto& vote : question.votes) {
    if (!speech.is_known(vote.project)) continue;
    if (!std::ranges::binary_search(collaboration_.members_of(vote.project), candidate)) continue;
    reasons.push_back({vote.project, speech.of_vote(vote)});
  }
  return in_order(std::move(reasons));
}

std::vector<Reason> PartnerSearch::ties_of(OrganisationIndex candidate,
                                           const PartnerQuestion& question) const {
  const ProjectSpeech speech(collaboration_, question);
  std::vector<Reason> reasons;
  for (const auto project : collaboration_.projects_of(candidate)) {
    if (!speech.is_known(project)) continue;
    const auto members = collaboration_.members_of(project);
    double shared = 0;
    for (const auto member : question.members) {
      if (std::ranges::binary_search(members, member)) shared += speech.of_member(member);
    }
    if (shared > 0) reasons.push_back({project, shared * speech.of_tie(project)});
  }
  return in_order(std::move(reasons));
}

}  // namespace tributary::network
