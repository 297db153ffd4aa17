// The measures of a graph: those of Zachary's karate club, which many have published, and on small
// graphs of any shape those of Boost.Graph.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <numeric>

#include "network/graph/betweenness.h"
#include "network/graph/communities.h"
#include "network/graph/components.h"
#include "network/graph/k_core.h"
#include "network/graph/paths.h"
#include "network/graph/seeded_random.h"

namespace tributary::network {
namespace {

using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

struct AnyGraph {
  std::uint32_t nodes = 0;
  std::vector<NodePair> pairs;

  [[nodiscard]] TieGraph ours() const { return {nodes, pairs}; }
  [[nodiscard]] BoostGraph boosts() const {
    BoostGraph graph(nodes);
    for (const auto& pair : pairs) boost::add_edge(pair.one.value, pair.other.value, graph);
    return graph;
  }
};

AnyGraph any_graph() {
  AnyGraph graph{.nodes = *rc::gen::inRange<std::uint32_t>(1, 24), .pairs = {}};
  const auto percent = *rc::gen::element(3, 10, 25, 60);
  for (std::uint32_t one = 0; one < graph.nodes; ++one) {
    for (std::uint32_t other = one + 1; other < graph.nodes; ++other) {
      if (*rc::gen::inRange(0, 100) >= percent) continue;
      graph.pairs.push_back({{one}, {other}, *rc::gen::inRange<std::uint32_t>(1, 5)});
    }
  }
  return graph;
}

/// The same graph under other numbers: `number_of` has the new one of each node.
AnyGraph renumbered(const AnyGraph& graph, const std::vector<std::uint32_t>& number_of) {
  auto other = graph;
  for (auto& pair : other.pairs) {
    pair.one.value = number_of[pair.one.value];
    pair.other.value = number_of[pair.other.value];
  }
  return other;
}

/// Zachary (1977): who met whom in a karate club.
AnyGraph karate_club() {
  const std::vector<std::vector<std::uint32_t>> later{
      {1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31},
      {2, 3, 7, 13, 17, 19, 21, 30},
      {3, 7, 8, 9, 13, 27, 28, 32},
      {7, 12, 13},
      {6, 10},
      {6, 10, 16},
      {16},
      {},
      {30, 32, 33},
      {33},
      {},
      {},
      {},
      {33},
      {32, 33},
      {32, 33},
      {},
      {},
      {32, 33},
      {33},
      {32, 33},
      {},
      {32, 33},
      {25, 27, 29, 32, 33},
      {25, 27, 31},
      {31},
      {29, 33},
      {33},
      {31, 33},
      {32, 33},
      {32, 33},
      {32, 33},
      {33}};
  AnyGraph club{.nodes = 34, .pairs = {}};
  for (std::uint32_t one = 0; one < later.size(); ++one) {
    for (const auto other : later[one]) club.pairs.push_back({{one}, {other}, 1});
  }
  return club;
}

BetweennessOptions sampled(std::uint64_t samples, std::uint64_t seed) {
  return {.most_exact_steps = 0, .samples = samples, .seed = seed};
}

TEST(Betweenness, OfTheKarateClubIsThatWhichIsPublished) {
  const auto club = karate_club().ours();
  ASSERT_EQ(club.ties(), 78U);
  const auto measured = measure_betweenness(club, {}).value();
  EXPECT_EQ(measured.method, BetweennessMethod::exact);
  EXPECT_NEAR(measured.share[0], 0.437635, 1e-6);
  EXPECT_NEAR(measured.share[33], 0.304075, 1e-6);
  EXPECT_NEAR(measured.share[2], 0.143657, 1e-6);
  EXPECT_EQ(measured.share[7], 0);
  EXPECT_EQ(measured.greatest_error(), 0);
}

TEST(Betweenness, OfASampleIsAsNearAsItSays) {
  const auto club = karate_club().ours();
  const auto exact = measure_betweenness(club, {}).value();
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const auto measured = measure_betweenness(club, sampled(2'000, seed)).value();
    EXPECT_EQ(measured.method, BetweennessMethod::sampled);
    EXPECT_LT(measured.greatest_error(), 0.06);
    for (std::uint32_t node = 0; node < club.nodes(); ++node) {
      const auto range = measured.range_of({node});
      EXPECT_LE(range.low, exact.share[node]) << seed << ' ' << node;
      EXPECT_GE(range.high, exact.share[node]) << seed << ' ' << node;
      EXPECT_LE(range.high - measured.share[node], measured.greatest_error() + 1e-12);
      EXPECT_LE(range.low, measured.share[node]);
      EXPECT_GE(range.high, measured.share[node]);
    }
  }
}

TEST(Betweenness, OfALargeSampleComesCloseToTheTruth) {
  const auto club = karate_club().ours();
  const auto exact = measure_betweenness(club, {}).value();
  const auto measured = measure_betweenness(club, sampled(400'000, 7)).value();
  for (std::uint32_t node = 0; node < club.nodes(); ++node) {
    EXPECT_NEAR(measured.share[node], exact.share[node], 0.004) << node;
  }
  EXPECT_EQ(measured.share, measure_betweenness(club, sampled(400'000, 7)).value().share);
}

TEST(Betweenness, EndsAtTheDeadline) {
  const auto club = karate_club().ours();
  const auto past = std::chrono::steady_clock::now() - std::chrono::hours(1);
  EXPECT_EQ(measure_betweenness(club, {.deadline = past}).error().code, ErrorCode::timed_out);
  auto options = sampled(10, 1);
  options.deadline = past;
  EXPECT_EQ(measure_betweenness(club, options).error().code, ErrorCode::timed_out);
}

TEST(Communities, OfTheKarateClubAreTheFourWithTheHighestModularityKnown) {
  const auto club = karate_club().ours();
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto found = find_communities(club, seed).value();
    EXPECT_GT(found.modularity, 0.415) << seed;
    EXPECT_LT(found.modularity, 0.419791) << "the optimum is 0.419790";
  }
}

TEST(Communities, AreTheGroupsWhereThoseAreClear) {
  // Three groups of five who all know one another, in a ring of single ties; and one alone.
  std::vector<NodePair> pairs;
  for (const std::uint32_t group : {0U, 5U, 10U}) {
    for (std::uint32_t one = 0; one < 5; ++one) {
      for (std::uint32_t other = one + 1; other < 5; ++other) {
        pairs.push_back({{group + one}, {group + other}, 1});
      }
    }
    pairs.push_back({{group}, {(group + 6) % 15}, 1});
  }
  const auto found = find_communities(TieGraph(16, pairs)).value();
  EXPECT_THAT(found.sizes, testing::ElementsAre(5, 5, 5, 1));
  for (std::uint32_t node = 0; node < 15; ++node) EXPECT_EQ(found.of_node[node], node / 5);
}

TEST(Communities, JointProjectsCountAndNotTiesAlone) {
  // Everybody knows everybody; 0 and 1, and 2 and 3, did far more together.
  const std::vector<NodePair> pairs{{{0}, {1}, 20}, {{2}, {3}, 20}, {{0}, {2}, 1},
                                    {{0}, {3}, 1},  {{1}, {2}, 1},  {{1}, {3}, 1}};
  EXPECT_THAT(find_communities(TieGraph(4, pairs)).value().of_node,
              testing::ElementsAre(0, 0, 1, 1));
}

TEST(Communities, WithoutATieAreEverybodyAlone) {
  const auto found = find_communities(TieGraph(3, {})).value();
  EXPECT_THAT(found.sizes, testing::ElementsAre(1, 1, 1));
  EXPECT_EQ(found.modularity, 0);
  EXPECT_TRUE(find_communities(TieGraph(0, {})).value().sizes.empty());
}

RC_GTEST_PROP(GraphMeasures, DegreesCoresAndComponentsAreThoseOfBoost, ()) {
  const auto any = any_graph();
  const auto ours = any.ours();
  const auto boosts = any.boosts();
  std::vector<int> cores(any.nodes);
  boost::core_numbers(
      boosts, boost::make_iterator_property_map(cores.begin(), get(boost::vertex_index, boosts)));
  const auto core = core_numbers(ours);
  std::vector<std::uint32_t> parts(any.nodes);
  const auto count = boost::connected_components(
      boosts, boost::make_iterator_property_map(parts.begin(), get(boost::vertex_index, boosts)));
  const auto components = components_of(ours);
  RC_ASSERT(components.sizes.size() == static_cast<std::size_t>(count));
  RC_ASSERT(components.of_node == parts);
  for (std::uint32_t node = 0; node < any.nodes; ++node) {
    RC_ASSERT(ours.degree({node}) == boost::out_degree(node, boosts));
    RC_ASSERT(core[node] == static_cast<std::uint32_t>(cores[node]));
  }
}

RC_GTEST_PROP(GraphMeasures, BetweennessIsThatOfBoost, ()) {
  const auto any = any_graph();
  const auto boosts = any.boosts();
  std::vector<double> sums(any.nodes);
  boost::brandes_betweenness_centrality(
      boosts, boost::make_iterator_property_map(sums.begin(), get(boost::vertex_index, boosts)));
  const auto measured = measure_betweenness(any.ours(), {}).value();
  const double nodes = any.nodes;
  for (std::uint32_t node = 0; node < any.nodes; ++node) {
    // Boost counts each pair once.
    const auto expected = any.nodes < 3 ? 0 : sums[node] * 2 / ((nodes - 1) * (nodes - 2));
    RC_ASSERT(std::abs(measured.share[node] - expected) < 1e-9);
  }
}

RC_GTEST_PROP(GraphMeasures, AreTheSameUnderOtherNumbers, ()) {
  const auto any = any_graph();
  std::vector<std::uint32_t> number_of(any.nodes);
  std::iota(number_of.begin(), number_of.end(), 0U);
  SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
  random.shuffle(std::span(number_of));
  const auto ours = any.ours(), other = renumbered(any, number_of).ours();
  const auto core = core_numbers(ours), other_core = core_numbers(other);
  const auto share = measure_betweenness(ours, {}).value().share;
  const auto other_share = measure_betweenness(other, {}).value().share;
  for (std::uint32_t node = 0; node < any.nodes; ++node) {
    RC_ASSERT(core[node] == other_core[number_of[node]]);
    RC_ASSERT(std::abs(share[node] - other_share[number_of[node]]) < 1e-9);
  }
}

RC_GTEST_PROP(GraphMeasures, PathsAreAsShortAsThoseOfBoost, ()) {
  const auto any = any_graph();
  const auto boosts = any.boosts();
  // Each tie is as many projects of two, and everybody has one alone.
  std::vector<Participation> participations;
  std::uint32_t projects = 0;
  for (std::uint32_t node = 0; node < any.nodes; ++node) {
    participations.push_back({{node}, {projects++}});
  }
  for (const auto& pair : any.pairs) {
    for (std::uint32_t each = 0; each < pair.projects; ++each, ++projects) {
      participations.push_back({{pair.one.value}, {projects}});
      participations.push_back({{pair.other.value}, {projects}});
    }
  }
  const Collaboration collaboration(any.nodes, std::vector<std::optional<Date>>(projects),
                                    participations);
  const OrganisationIndex from{*rc::gen::inRange<std::uint32_t>(0, any.nodes)};
  std::vector<std::size_t> distances(any.nodes, any.nodes + 1);
  distances[from.value] = 0;
  boost::breadth_first_search(
      boosts, from.value,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(
          boost::make_iterator_property_map(distances.begin(), get(boost::vertex_index, boosts)),
          boost::on_tree_edge()))));
  for (std::uint32_t node = 0; node < any.nodes; ++node) {
    const auto path = shortest_path(collaboration, {}, from, {node});
    RC_ASSERT(path.has_value() == (distances[node] <= any.nodes));
    if (!path) continue;
    RC_ASSERT(path->size() == distances[node] + 1);
    RC_ASSERT(path->front().organisation == from);
    RC_ASSERT(path->back().organisation == OrganisationIndex{node});
    for (std::size_t step = 1; step < path->size(); ++step) {
      const auto one = (*path)[step - 1].organisation.value;
      RC_ASSERT(boost::edge(one, (*path)[step].organisation.value, boosts).second);
      RC_ASSERT(!(*path)[step].projects.empty());
    }
  }
}

RC_GTEST_PROP(GraphMeasures, CommunitiesHoldTogetherAndTheirModularityIsItsDefinition, ()) {
  const auto any = any_graph();
  const auto ours = any.ours();
  const auto found = find_communities(ours, *rc::gen::arbitrary<std::uint64_t>()).value();
  // Each is connected by ties inside it: Boost finds as many parts in these as there are
  // communities.
  BoostGraph inside(any.nodes);
  for (const auto& pair : any.pairs) {
    if (found.of_node[pair.one.value] == found.of_node[pair.other.value]) {
      boost::add_edge(pair.one.value, pair.other.value, inside);
    }
  }
  std::vector<std::uint32_t> parts(any.nodes);
  const auto count = boost::connected_components(
      inside, boost::make_iterator_property_map(parts.begin(), get(boost::vertex_index, inside)));
  RC_ASSERT(found.sizes.size() == static_cast<std::size_t>(count));
  RC_ASSERT(std::ranges::is_sorted(found.sizes, std::ranges::greater()));
  // Newman's sum over all pairs of nodes.
  std::vector<double> strengths(any.nodes);
  double twice_all = 0;
  for (const auto& pair : any.pairs) {
    strengths[pair.one.value] += pair.projects;
    strengths[pair.other.value] += pair.projects;
    twice_all += 2.0 * pair.projects;
  }
  double sum = 0;
  for (const auto& pair : any.pairs) {
    if (found.of_node[pair.one.value] == found.of_node[pair.other.value])
      sum += 2.0 * pair.projects;
  }
  for (std::uint32_t one = 0; one < any.nodes && twice_all > 0; ++one) {
    for (std::uint32_t other = 0; other < any.nodes; ++other) {
      if (found.of_node[one] != found.of_node[other]) continue;
      sum -= strengths[one] * strengths[other] / twice_all;
    }
  }
  const auto modularity = twice_all > 0 ? sum / twice_all : 0;
  RC_ASSERT(std::abs(found.modularity - modularity) < 1e-9);
  // Everybody alone is not better.
  std::vector<std::uint32_t> alone(any.nodes);
  std::iota(alone.begin(), alone.end(), 0U);
  RC_ASSERT(found.modularity >= modularity_of(ours, alone) - 1e-12);
}

}  // namespace
}  // namespace tributary::network
