#include "app/network/find_network.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "app/organisation_address.h"

namespace tributary::app {
namespace {

constexpr std::uint32_t kMostMembersShown = 200;
constexpr std::size_t kMostCommunitiesShown = 10;
constexpr std::size_t kMostCountriesShown = 3;
constexpr std::uint32_t kMostJointAsked = 1'000;

double measure_of(const MeasuredNetwork& network, NetworkOrder by, std::uint32_t node) {
  switch (by) {
    case NetworkOrder::degree:
      return network.graph().degree({node});
    case NetworkOrder::betweenness:
      return network.betweenness.share[node];
    case NetworkOrder::core:
      return network.cores[node];
    case NetworkOrder::projects:
      return network.made.projects[node];
  }
  return 0;
}

/// By the measure, then by partners, then by projects.
std::vector<std::uint32_t> first_nodes(const MeasuredNetwork& network, NetworkOrder by,
                                       std::uint32_t limit) {
  std::vector<std::uint32_t> nodes(network.graph().nodes());
  std::iota(nodes.begin(), nodes.end(), 0U);
  const auto shown = std::min<std::size_t>(limit, nodes.size());
  const auto rank = [&](std::uint32_t node) {
    return std::tuple(-measure_of(network, by, node),
                      -measure_of(network, NetworkOrder::degree, node),
                      -measure_of(network, NetworkOrder::projects, node), node);
  };
  std::ranges::partial_sort(nodes, nodes.begin() + static_cast<std::ptrdiff_t>(shown), {}, rank);
  nodes.resize(shown);
  return nodes;
}

std::vector<NetworkCommunity> communities_of(const MeasuredNetwork& network) {
  std::vector<NetworkCommunity> shown;
  for (const auto size : network.communities.sizes) {
    if (size < 2 || shown.size() == kMostCommunitiesShown) break;
    shown.push_back({.number = static_cast<std::uint32_t>(shown.size() + 1),
                     .organisations = size,
                     .countries = {}});
  }
  std::vector<std::map<std::string, std::uint32_t>> countries(shown.size());
  const auto& catalogue = *network.catalogue;
  for (std::uint32_t node = 0; node < network.graph().nodes(); ++node) {
    const auto community = network.communities.of_node[node];
    if (community >= shown.size()) continue;
    const auto place = network.made.organisations[node].value;
    const auto& country = catalogue.countries.text(catalogue.kinds[place].country);
    if (!country.empty()) ++countries[community][country];
  }
  for (std::size_t community = 0; community < shown.size(); ++community) {
    auto& list = shown[community].countries;
    list.assign(countries[community].begin(), countries[community].end());
    std::ranges::stable_sort(list, std::ranges::greater(),
                             &std::pair<std::string, std::uint32_t>::second);
    if (list.size() > kMostCountriesShown) list.resize(kMostCountriesShown);
  }
  return shown;
}

NetworkMember member_of(const MeasuredNetwork& network, std::uint32_t node,
                        store::StoredOrganisation organisation) {
  NetworkMember member;
  member.organisation = std::move(organisation);
  member.organisation.projects = network.made.projects[node];
  member.degree = network.graph().degree({node});
  member.stable_ties = network.stable_ties[node];
  member.joint_projects = network.strengths[node];
  member.core = network.cores[node];
  member.betweenness = network.betweenness.share[node];
  member.betweenness_range = network.betweenness.range_of({node});
  member.community = network.communities.of_node[node] + 1;
  member.is_newcomer = network.is_newcomer[node];
  return member;
}

std::vector<NetworkTie> ties_among(const MeasuredNetwork& network,
                                   const std::vector<std::uint32_t>& nodes) {
  std::unordered_map<std::uint32_t, std::size_t> places;
  for (std::size_t place = 0; place < nodes.size(); ++place) places[nodes[place]] = place;
  std::vector<NetworkTie> among;
  for (std::size_t place = 0; place < nodes.size(); ++place) {
    for (const auto& tie : network.graph().ties_of({nodes[place]})) {
      const auto other = places.find(tie.node.value);
      if (other == places.end() || other->second <= place) continue;
      among.push_back({.one = place, .other = other->second, .projects = tie.projects});
    }
  }
  std::ranges::sort(among, [](const NetworkTie& one, const NetworkTie& other) {
    return std::tuple(other.projects, one.one, one.other) <
           std::tuple(one.projects, other.one, other.other);
  });
  return among;
}

std::uint64_t half_of_sum(const std::vector<std::uint32_t>& ends) {
  return std::accumulate(ends.begin(), ends.end(), std::uint64_t{0}) / 2;
}

std::uint32_t greatest(const std::vector<std::uint32_t>& numbers) {
  return numbers.empty() ? 0 : std::ranges::max(numbers);
}

}  // namespace

Result<> check_scope(const NetworkScope& scope) {
  if (scope.fewest_projects >= 1 && scope.fewest_projects <= kMostJointAsked) return {};
  return fail(ErrorCode::invalid_argument,
              "the joint projects of a tie are a number from 1 to 1000", "joint");
}

Result<NetworkAnswer> network_answer(const MeasuredNetwork& network, const NetworkQuery& query,
                                     store::CatalogueStore& store) {
  if (query.limit < 1 || query.limit > kMostMembersShown) {
    return fail(ErrorCode::invalid_argument, "the limit is a number from 1 to 200", "limit");
  }
  NetworkAnswer answer{.echo = network.found.echo, .misreadings = network.found.misreadings};
  if (network.around) {
    const auto id = network.catalogue->organisations[network.around->value];
    answer.around = TRY(organisation_if_there(store, id));
  }
  answer.projects = network.found.count;
  answer.organisations = network.graph().nodes();
  answer.ties = network.graph().ties();
  answer.stable_ties = half_of_sum(network.stable_ties);
  answer.newcomers = static_cast<std::uint64_t>(std::ranges::count(network.is_newcomer, true));
  answer.components = network.components.sizes.size();
  answer.largest_component = greatest(network.components.sizes);
  answer.highest_core = greatest(network.cores);
  answer.community_count = network.communities.sizes.size();
  answer.modularity = network.communities.modularity;
  answer.method = network.betweenness.method;
  answer.samples = network.betweenness.samples;
  answer.greatest_error = network.betweenness.greatest_error();
  answer.communities = communities_of(network);
  answer.as_of = network.as_of;
  const auto nodes = first_nodes(network, query.by, query.limit);
  std::vector<std::uint32_t> shown;
  for (const auto node : nodes) {
    const auto id = network.catalogue->organisations[network.made.organisations[node].value];
    auto organisation = TRY(organisation_if_there(store, id));
    if (!organisation) continue;
    answer.members.push_back(member_of(network, node, std::move(*organisation)));
    shown.push_back(node);
  }
  answer.among = ties_among(network, shown);
  return answer;
}

}  // namespace tributary::app
