#include <algorithm>

#include "app/network/find_network.h"
#include "network/graph/paths.h"

namespace tributary::app {
namespace {

constexpr std::size_t kMostJointShown = 5;

/// The newest first; those without a day last.
std::vector<std::string> newest_slugs(std::vector<network::ProjectIndex> projects,
                                      const PartnerNetwork& network) {
  std::ranges::stable_sort(projects, std::ranges::greater(), [&](network::ProjectIndex project) {
    return network.collaboration.began(project);
  });
  if (projects.size() > kMostJointShown) projects.resize(kMostJointShown);
  std::vector<std::string> slugs;
  for (const auto project : projects) slugs.push_back(network.projects[project.value]);
  return slugs;
}

}  // namespace

Result<NetworkPathAnswer> network_path(const NetworkPathQuery& query, const FoundProjects& found,
                                       const PartnerNetwork& network, store::CatalogueStore& store,
                                       Date today) {
  const auto from = TRY(place_named(query.from, "from", network, store));
  const auto to = TRY(place_named(query.to, "to", network, store));
  NetworkPathAnswer answer;
  answer.from = TRY(store.organisation_named(network.organisations[from.value]));
  answer.to = TRY(store.organisation_named(network.organisations[to.value]));
  answer.echo = found.echo;
  answer.projects = found.count;
  answer.as_of = today;
  const auto path = network::shortest_path(network.collaboration, found.projects, from, to);
  if (!path) return answer;
  for (const auto& step : *path) {
    auto& told = answer.steps.emplace_back();
    told.organisation =
        TRY(store.organisation_named(network.organisations[step.organisation.value]));
    told.organisation.projects = network.collaboration.projects_of(step.organisation).size();
    told.joint_projects = step.projects.size();
    told.newest = TRY(store.projects(newest_slugs(step.projects, network)));
  }
  return answer;
}

}  // namespace tributary::app
