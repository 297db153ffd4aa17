#include <gtest/gtest.h>

#include <set>

#include "app/demonstration/demonstration.h"
#include "app/facets.h"
#include "app/project_status.h"

namespace tributary::app {
namespace {

using search::QueryNode;

bool holds(const search::RangeFilter& range, std::optional<std::int64_t> value) {
  if (!value) return range.unknown;
  return (!range.low || *range.low <= *value) && (!range.high || *value <= *range.high);
}

/// What the engine would do with a bucket, on the three columns that status is computed from.
bool falls_into(const search::FacetBucket& bucket, std::optional<Date> start,
                std::optional<Date> end) {
  for (const auto& range : bucket.ranges) {
    std::optional<std::int64_t> value;
    if (range.column == "start" && start) value = start->days_since_epoch();
    if (range.column == "end" && end) value = end->days_since_epoch();
    if (range.column == "dates_known") value = (start ? 1 : 0) + (end ? 1 : 0);
    if (!holds(range, value)) return false;
  }
  return true;
}

TEST(ProjectStatus, EveryProjectFallsIntoExactlyTheBucketOfItsStatus) {
  const Date today(20'000);
  std::vector<std::optional<Date>> days{std::nullopt};
  for (int offset = -2; offset <= 2; ++offset) days.emplace_back(Date(20'000 + offset));
  for (const auto start : days) {
    for (const auto end : days) {
      if (start && end && *end < *start) continue;  // such a project does not exist
      std::vector<std::string> found;
      for (const auto& bucket : status_buckets(today)) {
        if (falls_into(bucket, start, end)) found.push_back(bucket.label);
      }
      EXPECT_EQ(
          found,
          std::vector{std::string(catalogue::name_of(catalogue::status_on(today, start, end)))});
    }
  }
}

TEST(ProjectStatus, IsReadInAQueryHoweverItIsWritten) {
  for (const auto* typed : {"not_started", "Not started", "NOT-STARTED"}) {
    QueryNode node{.kind = search::NodeKind::value, .field = "status", .text = typed};
    rewrite_status(node, Date(100));
    EXPECT_EQ(node.kind, search::NodeKind::all_of) << typed;
  }
  QueryNode other{.kind = search::NodeKind::value, .field = "status", .text = "abandoned"};
  const auto before = other;
  rewrite_status(other, Date(100));
  EXPECT_EQ(other, before) << "a status that does not exist stays, and matches nothing";
}

TEST(Facets, RefuseWhatTheyCannotMean) {
  EXPECT_EQ(facet_request("colour", Date(0)).error().context, "colour");
  EXPECT_FALSE(selection({"year", {"20x5"}}, Date(0)));
  EXPECT_FALSE(selection({"year", {".."}}, Date(0)));
  EXPECT_FALSE(selection({"status", {"finished", "abandoned"}}, Date(0)));
  EXPECT_EQ(selection({"year", {"2015..2017"}}, Date(0))->ranges.front().high, 2017);
  EXPECT_TRUE(selection({"country", {"PT", "unknown"}}, Date(0))->labels.front().unknown);
}

TEST(Facets, AChoiceStaysVisibleWithACountOfZero) {
  const search::Facet counted{
      .name = "country", .counts = {{.label = "PT", .count = 3}}, .unknown = 2, .distinct = 1};
  const auto result = facet_result(counted, {{"country", {"MT", "PT"}}});
  ASSERT_EQ(result.values.size(), 3u);
  EXPECT_EQ(result.values[0].label, "Portugal");
  EXPECT_TRUE(result.values[0].selected);
  EXPECT_EQ(result.values[1].value, "unknown");
  EXPECT_FALSE(result.values[1].selected);
  EXPECT_EQ(result.values[2].value, "MT");
  EXPECT_EQ(result.values[2].count, 0u);
}

TEST(Demonstration, IsTheSameOnEveryMachineAndHasNoTwoProjectsOfOneKey) {
  const auto projects = invented_projects(360, 2015);
  EXPECT_EQ(projects, invented_projects(360, 2015));
  EXPECT_NE(projects, invented_projects(360, 2016));
  std::set<std::string> keys;
  for (const auto& project : projects) {
    keys.insert(project.key);
    EXPECT_LT(*project.start, *project.end);
    EXPECT_EQ(project.participations->front().role, catalogue::Role::coordinator);
  }
  EXPECT_EQ(keys.size(), 360u);
}

TEST(Demonstration, InEcVetIsAsPublished) {
  const auto project = inecvet_project();
  EXPECT_EQ(project.key, "562126-EPP-1-2015-1-IE-EPPKA3-PI-FORWARD");
  EXPECT_EQ(project.start->iso(), "2015-11-01");
  EXPECT_EQ(project.end->iso(), "2017-10-31");
  EXPECT_EQ(project.grant->decimal(), "666667");
  ASSERT_EQ(project.participations->size(), 10u);
  EXPECT_EQ(project.participations->front().organisation.name,
            "Louth and Meath Education and Training Board");
}

}  // namespace
}  // namespace tributary::app
