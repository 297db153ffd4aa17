#include "network/partners/partner_search.h"

#include <algorithm>
#include <iterator>

#include "network/partners/part_scales.h"
#include "network/partners/project_speech.h"

namespace tributary::network {
namespace {

/// What is said to one organisation.
struct Said {
  std::uint32_t place;
  double much;
};

/// What is in the order of places, each once.
std::vector<Said> added_up_in_order(std::vector<Said> all) {
  std::size_t kept = 0;
  for (const auto& said : all) {
    if (kept > 0 && all[kept - 1].place == said.place) {
      all[kept - 1].much += said.much;
    } else {
      all[kept++] = said;
    }
  }
  all.resize(kept);
  return all;
}

/// In the order of places, each once: added up in the order in which it was said.
std::vector<Said> added_up(std::vector<Said> all, std::uint32_t organisations) {
  constexpr std::size_t kFew = 32;  // one of so many: sorting takes less than looking at all
  if (all.size() >= organisations / kFew) {
    std::vector<double> sums(organisations);
    for (const auto& said : all) sums[said.place] += said.much;
    all.clear();
    for (std::uint32_t place = 0; place < organisations; ++place) {
      if (sums[place] > 0) all.push_back({place, sums[place]});
    }
    return all;
  }
  std::ranges::stable_sort(all, {}, &Said::place);
  return added_up_in_order(std::move(all));
}

std::vector<Said> votes_said(const Collaboration& collaboration, const PartnerQuestion& question,
                             const ProjectSpeech& speech) {
  std::vector<Said> said;
  for (const auto& vote : question.votes) {
    if (!speech.is_known(vote.project)) continue;
    const double each = speech.of_vote(vote);
    for (const auto organisation : collaboration.members_of(vote.project)) {
      said.push_back({organisation.value, each});
    }
  }
  return added_up(std::move(said), collaboration.organisations());
}

std::vector<Said> ties_with(const ManyJointProjects& joint, double of_member,
                            const ProjectSpeech& speech) {
  std::vector<double> says;
  says.reserve(joint.projects.size());
  for (const auto& project : joint.projects) {
    says.push_back(of_member * speech.of_tie(project.began, project.members));
  }
  std::vector<Said> said;
  said.reserve(joint.partners.size());
  for (std::size_t partner = 0; partner < joint.partners.size(); ++partner) {
    double much = 0;
    for (auto i = joint.starts[partner]; i < joint.starts[partner + 1]; ++i) {
      much += says[joint.places[i]];
    }
    said.push_back({joint.partners[partner].value, much});
  }
  return said;
}

/// Both in the order of places.
std::vector<Said> together(std::vector<Said> one, const std::vector<Said>& other) {
  if (one.empty()) return other;
  if (other.empty()) return one;
  std::vector<Said> both;
  both.reserve(one.size() + other.size());
  std::ranges::merge(one, other, std::back_inserter(both), {}, &Said::place, &Said::place);
  return added_up_in_order(std::move(both));
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

PartnerSearch::PartnerSearch(const Collaboration& collaboration,
                             std::span<const OrganisationKind> kinds, const JointProjects* joint)
    : collaboration_(collaboration), kinds_(kinds), joint_(joint) {}

PartnerCandidates PartnerSearch::candidates(const PartnerQuestion& question) const {
  const ProjectSpeech speech(collaboration_, question);
  const SizePowers damping(question.size_damping);
  const auto votes = votes_said(collaboration_, question, speech);
  std::vector<Said> with_few, ties;
  for (const auto member : question.members) {
    const double of_member = speech.of_member(member);
    if (const auto* joint = many_of(member, question)) {
      ties = together(std::move(ties), ties_with(*joint, of_member, speech));
      continue;
    }
    for (const auto project : collaboration_.projects_of(member)) {
      if (!speech.is_known(project)) continue;
      const double each = of_member * speech.of_tie(project);
      for (const auto organisation : collaboration_.members_of(project)) {
        with_few.push_back({organisation.value, each});
      }
    }
  }
  ties = together(std::move(ties), added_up(std::move(with_few), collaboration_.organisations()));
  auto members = question.members;
  std::ranges::sort(members);
  std::vector<PartnerCandidates::Found> found;
  found.reserve(std::max(votes.size(), ties.size()));
  auto vote = votes.begin();
  auto tie = ties.begin();
  auto member = members.begin();
  while (vote != votes.end() || tie != ties.end()) {
    const bool has_votes = tie == ties.end() || (vote != votes.end() && vote->place <= tie->place);
    const bool has_ties = vote == votes.end() || (tie != ties.end() && tie->place <= vote->place);
    const OrganisationIndex organisation{has_votes ? vote->place : tie->place};
    const double voted = has_votes ? vote++->much : 0;
    const double tied = has_ties ? tie++->much : 0;
    while (member != members.end() && *member < organisation) ++member;
    if (member != members.end() && *member == organisation) continue;
    const auto projects = speech.projects_known(organisation);
    const double damped = damping.of(projects);
    found.push_back({organisation, projects, voted / damped, tied / damped});
  }
  return {std::move(found), question, kinds_};
}

}  // namespace tributary::network
