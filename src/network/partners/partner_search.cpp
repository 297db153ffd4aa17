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

  /// Recency, and less to each the more there are: 1/√members.
  [[nodiscard]] double to_each(ProjectIndex project) const {
    const auto members = static_cast<double>(collaboration_.members_of(project).size());
    return recency(project) / std::sqrt(members);
  }

 private:
  const Collaboration& collaboration_;
  const PartnerQuestion& question_;
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

std::uint32_t projects_known(const Collaboration& collaboration, const ProjectSpeech& speech,
                             const PartnerQuestion& question, OrganisationIndex organisation) {
  const auto projects = collaboration.projects_of(organisation);
  if (!question.known_until) return static_cast<std::uint32_t>(projects.size());
  return static_cast<std::uint32_t>(
      std::ranges::count_if(projects, [&](auto project) { return speech.is_known(project); }));
}

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

/// The largest are 1.
void scale_to_largest(std::vector<PartnerCandidate>& candidates, double PartnerParts::* part) {
  double largest = 0;
  for (const auto& candidate : candidates) largest = std::max(largest, candidate.parts.*part);
  if (largest <= 0) return;
  for (auto& candidate : candidates) candidate.parts.*part /= largest;
}

double weighted_mean(const PartnerParts& parts, const PartnerWeights& weights) {
  const double sum = weights.relevance + weights.ties + weights.complementarity + weights.newcomer;
  if (sum <= 0) return 0;
  return (weights.relevance * parts.relevance + weights.ties * parts.ties +
          weights.complementarity * parts.complementarity + weights.newcomer * parts.newcomer) /
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
    const double each = vote.weight * speech.to_each(vote.project);
    for (const auto organisation : collaboration_.members_of(vote.project)) {
      add(organisation, &Sums::votes, each);
    }
  }
  for (const auto member : question.members) {
    for (const auto project : collaboration_.projects_of(member)) {
      if (!speech.is_known(project)) continue;
      const double each = speech.to_each(project);
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
    const auto projects = projects_known(collaboration_, speech, question, organisation);
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
    reasons.push_back({vote.project, vote.weight * speech.to_each(vote.project)});
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
    const auto shared = std::ranges::count_if(
        question.members, [&](auto member) { return std::ranges::binary_search(members, member); });
    if (shared > 0) {
      reasons.push_back({project, static_cast<double>(shared) * speech.to_each(project)});
    }
  }
  return in_order(std::move(reasons));
}

}  // namespace tributary::network
