// The projects that speak for a candidate.
#include <algorithm>

#include "network/partners/partner_search.h"
#include "network/partners/project_speech.h"

namespace tributary::network {
namespace {

/// The first of them by share, then by place, the shares being of all.
Reasons first_of(std::vector<Reason> reasons, std::size_t most) {
  double sum = 0;
  for (const auto& reason : reasons) sum += reason.share;
  for (auto& reason : reasons) reason.share /= sum;
  const auto count = reasons.size();
  const auto shown = static_cast<std::ptrdiff_t>(std::min(count, most));
  std::ranges::partial_sort(
      reasons, reasons.begin() + shown, [](const Reason& one, const Reason& other) {
        return one.share != other.share ? one.share > other.share : one.project < other.project;
      });
  reasons.erase(reasons.begin() + shown, reasons.end());
  return {.count = count, .first = std::move(reasons)};
}

using Projects = std::span<const ProjectIndex>;

/// The first place from `from` on with a project not before `project`: looked for in steps that
/// double, so that a long list costs little beside a short one.
std::size_t place_not_before(Projects projects, std::size_t from, ProjectIndex project) {
  std::size_t step = 1;
  auto low = from;
  while (low + step < projects.size() && projects[low + step] < project) {
    low += step;
    step *= 2;
  }
  const auto rest = projects.subspan(low, std::min(step + 1, projects.size() - low));
  return low + static_cast<std::size_t>(std::ranges::lower_bound(rest, project) - rest.begin());
}

/// Those in both, ascending.
void for_each_joint_project(Projects one, Projects other, auto&& visit) {
  if (one.size() > other.size()) std::swap(one, other);
  std::size_t place = 0;
  for (const auto project : one) {
    place = place_not_before(other, place, project);
    if (place == other.size()) return;
    if (other[place] == project) visit(project);
  }
}

/// What several members say of the same project is one reason.
std::vector<Reason> united(std::vector<Reason> reasons) {
  std::ranges::sort(reasons, {}, &Reason::project);
  std::vector<Reason> united;
  for (const auto& reason : reasons) {
    if (!united.empty() && united.back().project == reason.project) {
      united.back().share += reason.share;
    } else {
      united.push_back(reason);
    }
  }
  return united;
}

}  // namespace

Reasons PartnerSearch::votes_for(OrganisationIndex candidate, const PartnerQuestion& question,
                                 std::size_t most) const {
  const ProjectSpeech speech(collaboration_, question);
  std::vector<Reason> reasons;
  for (const auto& vote : question.votes) {
    if (!speech.is_known(vote.project)) continue;
    if (!std::ranges::binary_search(collaboration_.members_of(vote.project), candidate)) continue;
    reasons.push_back({vote.project, speech.of_vote(vote)});
  }
  return first_of(std::move(reasons), most);
}

Reasons PartnerSearch::ties_of(OrganisationIndex candidate, const PartnerQuestion& question,
                               std::size_t most) const {
  const ProjectSpeech speech(collaboration_, question);
  const auto projects = collaboration_.projects_of(candidate);
  std::vector<Reason> reasons;
  for (const auto member : question.members) {
    const double of_member = speech.of_member(member);
    if (const auto* joint = many_of(member, question)) {
      const auto of_member_projects = collaboration_.projects_of(member);
      for (const auto place : joint->with(candidate)) {
        const auto& project = joint->projects[place];
        reasons.push_back(
            {of_member_projects[place], of_member * speech.of_tie(project.began, project.members)});
      }
      continue;
    }
    for_each_joint_project(projects, collaboration_.projects_of(member), [&](auto project) {
      if (!speech.is_known(project)) return;
      reasons.push_back({project, of_member * speech.of_tie(project)});
    });
  }
  if (question.members.size() > 1) reasons = united(std::move(reasons));
  return first_of(std::move(reasons), most);
}

}  // namespace tributary::network
