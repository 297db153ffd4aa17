#include "network/graph/tie_graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "network/graph/paths.h"

namespace tributary::network {
namespace {

using testing::ElementsAre;

/// Four projects of five organisations: 0 and 1 came back to each other, 4 was alone.
///   0: 0 1 2    1: 0 1    2: 2 3    3: 4
const Collaboration& five() {
  static const Collaboration kFive(5, {{}, {}, {}, {}},
                                   {{{0}, {0}},
                                    {{1}, {0}},
                                    {{2}, {0}},
                                    {{0}, {1}},
                                    {{1}, {1}},
                                    {{2}, {2}},
                                    {{3}, {2}},
                                    {{4}, {3}}});
  return kFive;
}

ProjectSet some(const std::vector<std::uint32_t>& places) {
  std::vector<ProjectIndex> projects;
  for (const auto place : places) projects.push_back({place});
  return {five().projects(), projects};
}

TEST(TieGraph, CountsJointProjectsOfEveryPairOnce) {
  const auto made = graph_of(five(), {}).value();
  EXPECT_EQ(made.graph.nodes(), 5U);
  EXPECT_EQ(made.graph.ties(), 4U);
  EXPECT_THAT(made.projects, ElementsAre(2, 2, 2, 1, 1));
  EXPECT_THAT(made.graph.ties_of({0}), ElementsAre(GraphTie{{1}, 2}, GraphTie{{2}, 1}));
  EXPECT_THAT(made.graph.ties_of({2}),
              ElementsAre(GraphTie{{0}, 1}, GraphTie{{1}, 1}, GraphTie{{3}, 1}));
  EXPECT_EQ(made.graph.degree({4}), 0U) << "who took part alone is there";
  EXPECT_EQ(made.graph.strength({0}), 3U);
}

TEST(TieGraph, OfStableTiesOnly) {
  const auto made = graph_of(five(), {.fewest_projects = kStableTie}).value();
  EXPECT_EQ(made.graph.ties(), 1U);
  EXPECT_THAT(made.graph.ties_of({1}), ElementsAre(GraphTie{{0}, 2}));
}

TEST(TieGraph, OfSomeProjectsHasTheirMembersOnly) {
  const auto made = graph_of(five(), {.within = some({1, 2})}).value();
  EXPECT_EQ(made.organisations, (std::vector<OrganisationIndex>{{0}, {1}, {2}, {3}}));
  EXPECT_THAT(made.projects, ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(made.graph.ties_of({0}), ElementsAre(GraphTie{{1}, 1}));
  EXPECT_EQ(made.node_of({4}), std::nullopt);
  EXPECT_EQ(made.node_of({3}), NodeIndex{3});
  const auto none = graph_of(five(), {.within = some({})}).value();
  EXPECT_EQ(none.graph.nodes(), 0U);
}

TEST(TieGraph, AroundSomebodyHasTheTiesAmongPartnersToo) {
  const auto around_one = graph_of(five(), {.around = OrganisationIndex{1}}).value();
  EXPECT_EQ(around_one.organisations, (std::vector<OrganisationIndex>{{0}, {1}, {2}}));
  EXPECT_EQ(around_one.graph.ties(), 3U);
  EXPECT_THAT(around_one.graph.ties_of({2}), ElementsAre(GraphTie{{0}, 1}, GraphTie{{1}, 1}));
  EXPECT_EQ(graph_of(five(), {.around = OrganisationIndex{4}}).value().graph.nodes(), 1U);
  const TieScope stable{.fewest_projects = kStableTie, .around = OrganisationIndex{1}};
  EXPECT_EQ(graph_of(five(), stable).value().organisations,
            (std::vector<OrganisationIndex>{{0}, {1}}));
  const TieScope part{.within = some({2}), .around = OrganisationIndex{2}};
  EXPECT_EQ(graph_of(five(), part).value().organisations,
            (std::vector<OrganisationIndex>{{2}, {3}}));
}

TEST(TieGraph, MadeOfPairsIsTheSame) {
  const std::vector<NodePair> pairs{{{3}, {2}, 1}, {{1}, {0}, 2}, {{0}, {2}, 1}, {{2}, {1}, 1}};
  const TieGraph graph(5, pairs);
  const auto made = graph_of(five(), {}).value();
  for (std::uint32_t node = 0; node < 5; ++node) {
    EXPECT_TRUE(std::ranges::equal(graph.ties_of({node}), made.graph.ties_of({node}))) << node;
  }
}

TEST(TieGraph, EndsAtTheDeadline) {
  const auto late = graph_of(five(), {}, std::chrono::steady_clock::now() - std::chrono::hours(1));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::timed_out);
}

std::vector<std::uint32_t> places_of(const std::optional<std::vector<PathStep>>& path) {
  std::vector<std::uint32_t> places;
  for (const auto& step : path.value()) places.push_back(step.organisation.value);
  return places;
}

TEST(ShortestPath, TellsTheProjectsOfEachStep) {
  const auto path = shortest_path(five(), {}, {1}, {3});
  EXPECT_THAT(places_of(path), ElementsAre(1, 2, 3));
  EXPECT_TRUE(path->front().projects.empty());
  EXPECT_THAT((*path)[1].projects, ElementsAre(ProjectIndex{0}));
  EXPECT_THAT(places_of(shortest_path(five(), {}, {3}, {3})), ElementsAre(3));
  EXPECT_EQ(shortest_path(five(), {}, {0}, {4}), std::nullopt);
  EXPECT_EQ(shortest_path(five(), some({1, 2}), {0}, {3}), std::nullopt);
  EXPECT_EQ(shortest_path(five(), some({1, 2}), {4}, {4}), std::nullopt) << "not in any of these";
}

TEST(ShortestPath, TakesTheWayWithTheMostJointProjects) {
  // 0 to 3 in two steps: over 1 with 1 + 3 projects, over 2 with 2 + 1; over 4 and 5 in three.
  std::vector<Participation> participations;
  std::uint32_t projects = 0;
  const auto tie = [&](std::uint32_t one, std::uint32_t other, int joint) {
    for (int each = 0; each < joint; ++each, ++projects) {
      participations.push_back({{one}, {projects}});
      participations.push_back({{other}, {projects}});
    }
  };
  tie(0, 1, 1);
  tie(1, 3, 3);
  tie(0, 2, 2);
  tie(2, 3, 1);
  tie(0, 4, 5);
  tie(4, 5, 5);
  tie(5, 3, 5);
  const Collaboration collaboration(6, std::vector<std::optional<Date>>(projects), participations);
  const auto path = shortest_path(collaboration, {}, {0}, {3});
  EXPECT_THAT(places_of(path), ElementsAre(0, 1, 3));
  EXPECT_EQ(path->back().projects.size(), 3U);
}

}  // namespace
}  // namespace tributary::network
