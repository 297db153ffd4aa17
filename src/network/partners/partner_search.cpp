#include "network/partners/partner_search.h"

#include <algorithm>

#include "network/partners/part_scales.h"
#include "network/partners/project_speech.h"

namespace tributary::network {
namespace {

bool is_member(const PartnerQuestion& question, OrganisationIndex organisation) {
  return std::ranges::find(question.members, organisation) != question.members.end();
}

struct Sums {
  double votes = 0, ties = 0;
};

double weighted_mean(const PartnerParts& parts, const PartnerWeights& weights) {
  const double sum = sum_of(weights);
  if (sum <= 0) return 0;
  return (weights.relevance * parts.relevance + weights.ties * parts.ties +
          weights.experience * parts.experience + weights.complementarity * parts.complementarity +
          weights.newcomer * parts.newcomer) /
         sum;
}

/// In the order of places, so that what is known of each is read from front to back.
std::vector<std::uint32_t> ascending(std::vector<std::uint32_t> met, std::span<const Sums> sums) {
  constexpr std::size_t kFew = 16;  // one of so many: sorting takes less than looking at all
  if (met.size() < sums.size() / kFew) {
    std::ranges::sort(met);
    return met;
  }
  met.clear();
  for (std::uint32_t place = 0; place < sums.size(); ++place) {
    if (sums[place].votes > 0 || sums[place].ties > 0) met.push_back(place);
  }
  return met;
}

/// Of those that were met; their sums are divided by their sizes.
std::vector<PartnerCandidate> scored(const PartnerQuestion& question, const ProjectSpeech& speech,
                                     std::span<const OrganisationKind> kinds, std::span<Sums> sums,
                                     std::span<const std::uint32_t> met) {
  const SizePowers damping(question.size_damping);
  Sums largest;
  std::uint32_t most_projects = 0;
  std::vector<PartnerCandidate> candidates;
  candidates.reserve(met.size());
  for (const auto place : met) {
    const OrganisationIndex organisation{place};
    if (is_member(question, organisation)) continue;
    const auto projects = speech.projects_known(organisation);
    const double damped = damping.of(projects);
    auto& sum = sums[place];
    sum = {.votes = sum.votes / damped, .ties = sum.ties / damped};
    largest.votes = std::max(largest.votes, sum.votes);
    largest.ties = std::max(largest.ties, sum.ties);
    most_projects = std::max(most_projects, projects);
    candidates.push_back({.organisation = organisation, .parts = {}, .projects = projects});
  }
  const Complementarity complementarity(question.members, kinds);
  const SizePowers logarithm(1);
  const Growth growth;
  const auto weights = counting_weights(question);
  const double of_most_projects = logarithm.of(most_projects);
  for (auto& candidate : candidates) {
    const auto place = candidate.organisation.value;
    const double of_projects = logarithm.of(candidate.projects);
    candidate.parts = {.relevance = growth.of(sums[place].votes, largest.votes),
                       .ties = growth.of(sums[place].ties, largest.ties),
                       .experience = of_projects / of_most_projects,
                       .complementarity = complementarity.of(kinds[place]),
                       .newcomer = 1 / of_projects};
    candidate.score = weighted_mean(candidate.parts, weights);
  }
  return candidates;
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
  return scored(question, speech, kinds_, sums, ascending(std::move(met), sums));
}

}  // namespace tributary::network
