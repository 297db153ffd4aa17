// app/network/find_network.h
//
// Who works with whom in the projects of the catalogue or of a search, and how each stands there
// (network/graph; docs/network.md).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/network/measured_network.h"

namespace tributary::app {

enum class NetworkOrder : std::uint8_t { degree, betweenness, core, projects };

struct NetworkQuery {
  NetworkScope scope;
  NetworkOrder by = NetworkOrder::degree;
  std::uint32_t limit = 50;  ///< 1 … 200
  network::Deadline deadline = {};
};

/// One organisation in a network.
struct NetworkMember {
  store::StoredOrganisation organisation;  ///< `projects`: of the scope
  std::uint32_t degree = 0;
  std::uint32_t stable_ties = 0;
  std::uint64_t joint_projects = 0;  ///< with each partner
  std::uint32_t core = 0;
  double betweenness = 0;
  network::ShareRange betweenness_range;
  std::uint32_t community = 0;  ///< from 1 on
  bool is_newcomer = false;
};

struct NetworkTie {
  std::size_t one = 0, other = 0;  ///< places among the members shown
  std::uint32_t projects = 0;
};

struct NetworkCommunity {
  std::uint32_t number = 0;  ///< from 1 on, the largest first
  std::uint32_t organisations = 0;
  std::vector<std::pair<std::string, std::uint32_t>> countries;  ///< the most frequent three
};

struct NetworkAnswer {
  std::string echo;
  std::vector<search::Misreading> misreadings;
  std::optional<store::StoredOrganisation> around;
  std::uint64_t projects = 0, organisations = 0, ties = 0, stable_ties = 0, newcomers = 0;
  std::uint64_t components = 0, largest_component = 0, community_count = 0;
  std::uint32_t highest_core = 0;
  double modularity = 0;
  network::BetweennessMethod method = network::BetweennessMethod::exact;
  std::uint64_t samples = 0;
  double greatest_error = 0;
  std::vector<NetworkCommunity> communities;  ///< the largest ten with two organisations or more
  std::vector<NetworkMember> members;         ///< the first ones of the order asked for
  std::vector<NetworkTie> among;  ///< all ties among these, those with most projects first
  Date as_of;
};

/// What a person sees of a measured network. Errors: `invalid_argument` naming the limit.
Result<NetworkAnswer> network_answer(const MeasuredNetwork& network, const NetworkQuery& query,
                                     store::CatalogueStore& store);

/// Errors: `invalid_argument` naming `joint`.
Result<> check_scope(const NetworkScope& scope);

struct NetworkPathQuery {
  NetworkScope scope;  ///< words and filters alone count
  std::string from, to;
  network::Deadline deadline = {};
};

struct NetworkPathStep {
  store::StoredOrganisation organisation;
  std::uint64_t joint_projects = 0;            ///< with the one before
  std::vector<store::StoredProject> newest{};  ///< of these, at most five
};

struct NetworkPathAnswer {
  store::StoredOrganisation from, to;
  std::vector<NetworkPathStep> steps;  ///< both ends included; none where there is no way
  std::string echo;
  std::uint64_t projects = 0;
  Date as_of;
};

/// Errors: `not_found` naming `from` or `to`.
Result<NetworkPathAnswer> network_path(const NetworkPathQuery& query, const FoundProjects& found,
                                       const PartnerNetwork& network, store::CatalogueStore& store,
                                       Date today);

}  // namespace tributary::app
