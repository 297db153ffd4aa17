#include "app/hubs/hub_figures.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "app/scouting/scouting_catalogue.h"

namespace tributary::app {
namespace {

struct MadeMember {
  std::string name, country;
};

struct QuarterProject {
  std::string key;
  std::optional<Date> start;
  std::optional<std::int64_t> cents;
  std::vector<MadeMember> members;
};

class HubFiguresTest : public testing::Test, protected ScoutingCatalogue {
 protected:
  void import_all(const std::vector<QuarterProject>& projects) {
    std::vector<catalogue::ImportRecord> records;
    for (const auto& made : projects) {
      auto& record = records.emplace_back(catalogue::ImportRecord{
          .project = {.source = "cordis", .key = made.key, .title = "Solar"},
          .files = catalogue::speaking_files({"project.csv"})});
      record.project.start = made.start;
      if (made.cents) record.project.grant = Money{.cents = *made.cents};
      record.project.participations.emplace();
      for (const auto& member : made.members) {
        auto& partner = record.project.participations->emplace_back();
        partner.organisation.name = member.name;
        partner.organisation.country = member.country;
      }
    }
    auto store = this->store();
    const auto run = store.begin_run("cordis", "a file", clock_.now()).value();
    ASSERT_TRUE(store.apply(run, store::prepare(records), {}, clock_.now()));
    ASSERT_TRUE(store.finish_run(run, {}, clock_.now()));
    index();
  }
  std::shared_ptr<const HubFigures> figures(std::uint32_t quarters,
                                            std::vector<FacetChoice> filters = {}) {
    return portal()
        .hub_figures({.text = "solar", .filters = std::move(filters), .quarters = quarters})
        .value();
  }
};

std::optional<Date> on(const char* day) { return Date::from_iso(day); }

TEST_F(HubFiguresTest, EveryProjectIsInOneQuarterOrCountedBesideThem) {
  // Today is 2026-06-01.
  import_all({{"1", on("2026-01-01"), 100'00, {{"Escola Um", "PT"}, {"Lycée", "FR"}}},
              {"2", on("2026-03-31"), {}, {{"Escola Um", "PT"}}},
              {"3", on("2026-04-01"), 7'50, {{"Escola Um", "PT"}, {"Scuola", "IT"}}},
              {"4", on("2025-12-31"), 900'00, {{"Lycée", "FR"}}},
              {"5", on("2027-01-01"), {}, {}},
              {"6", {}, {}, {{"Scuola", "IT"}}}});
  const auto found = figures(2);
  EXPECT_EQ(found->projects, 6U);
  EXPECT_EQ(found->earlier, 1U);
  EXPECT_EQ(found->later, 1U);
  EXPECT_EQ(found->without_start, 1U);
  ASSERT_EQ(found->quarters.size(), 2U);
  const auto& first = found->quarters[0];
  EXPECT_EQ(first.quarter.name(), "2026-Q1");
  EXPECT_EQ(first.projects, 2U) << "the first and the last day of it count";
  EXPECT_EQ(first.grant.cents, 100'00);
  EXPECT_EQ(first.grant_known, 1U) << "an amount that nobody knows is not 0";
  EXPECT_EQ(first.countries, 2U);
  ASSERT_EQ(first.organisations.size(), 2U);
  EXPECT_EQ(first.organisations[0].projects, 2U);
  EXPECT_TRUE(first.organisations[0].is_newcomer);
  EXPECT_FALSE(first.organisations[1].is_newcomer) << "it took part in December";
  EXPECT_EQ(first.newcomers, 1U);
  EXPECT_EQ(found->organisations, 3U);
  EXPECT_EQ(found->countries.size(), 3U);
}

TEST_F(HubFiguresTest, TheFilterHoldsForProjectsAndNotForWhatElseTheirMembersDid) {
  import_all({{"1", on("2026-01-10"), {}, {{"Escola Um", "PT"}, {"Lycée", "FR"}}},
              {"2", on("2024-01-10"), {}, {{"Lycée", "FR"}}}});
  const auto found = figures(2, {{"country", {"PT"}}});
  EXPECT_EQ(found->projects, 1U);
  EXPECT_EQ(found->quarters[0].organisations.size(), 2U);
  EXPECT_EQ(found->quarters[0].newcomers, 1U) << "it began long ago, outside of the filter";
}

TEST_F(HubFiguresTest, AreCountedAnewOnlyWhenTheCatalogueIsAnother) {
  import_all({{"1", on("2026-01-10"), {}, {{"Escola Um", "PT"}}}});
  const auto first = figures(4);
  EXPECT_EQ(figures(4), first);
  EXPECT_NE(figures(5), first);
  import_all({{"2", on("2026-02-10"), {}, {{"Escola Um", "PT"}}}});
  EXPECT_EQ(figures(4)->projects, 2U);
}

TEST_F(HubFiguresTest, CountsWhatALoopOverTheProjectsCounts) {
  std::mt19937 random(20'260'601);
  const auto any = [&](int below) {
    return static_cast<int>(random() % static_cast<std::uint32_t>(below));
  };
  std::vector<QuarterProject> projects;
  constexpr int kProjects = 300, kOrganisations = 40, kDays = 1'200;
  const auto last_day = on("2026-08-30")->days_since_epoch();
  for (int number = 0; number < kProjects; ++number) {
    auto& project = projects.emplace_back(QuarterProject{.key = std::to_string(number + 1)});
    if (any(10) > 0) project.start = Date(last_day - any(kDays));
    if (any(3) > 0) project.cents = any(1'000'000);
    std::set<int> members;
    for (int each = any(5); each > 0; --each) members.insert(any(kOrganisations));
    for (const auto member : members) {
      project.members.push_back(
          {"Escola " + std::to_string(member + 100), member % 3 == 0 ? "PT" : "RO"});
    }
  }
  import_all(projects);
  const auto found = figures(8);
  std::map<std::string, Date> first_of;
  for (const auto& project : projects) {
    for (const auto& member : project.members) {
      if (!project.start) continue;
      const auto [entry, is_new] = first_of.emplace(member.name, *project.start);
      if (!is_new) entry->second = std::min(entry->second, *project.start);
    }
  }
  for (const auto& quarter : found->quarters) {
    std::uint64_t count = 0, known = 0, newcomers = 0;
    std::int64_t cents = 0;
    std::set<std::string> members, countries;
    for (const auto& project : projects) {
      if (!project.start || ecosystem::quarter_of(*project.start) != quarter.quarter) continue;
      ++count;
      if (project.cents) {
        ++known;
        cents += *project.cents;
      }
      for (const auto& [name, country] : project.members) {
        members.insert(name);
        countries.insert(country);
      }
    }
    for (const auto& member : members) {
      if (ecosystem::quarter_of(first_of.at(member)) == quarter.quarter) ++newcomers;
    }
    EXPECT_EQ(quarter.projects, count);
    EXPECT_EQ(quarter.grant_known, known);
    EXPECT_EQ(quarter.grant.cents, cents);
    EXPECT_EQ(quarter.organisations.size(), members.size());
    EXPECT_EQ(quarter.newcomers, newcomers);
    EXPECT_EQ(quarter.countries, countries.size());
  }
}

TEST_F(HubFiguresTest, RefusesMoreQuartersThanItTells) {
  import_all({{"1", on("2026-01-10"), {}, {}}});
  EXPECT_EQ(portal().hub_figures({.text = "", .filters = {}, .quarters = 41}).error().context,
            "quarters");
}

TEST_F(HubFiguresTest, StopsAtItsDeadline) {
  import_all({{"1", on("2026-01-10"), {}, {}}});
  const auto late = portal().hub_figures(
      {.text = "solar",
       .filters = {},
       .quarters = 2,
       .deadline = std::chrono::steady_clock::now() - std::chrono::seconds(1)});
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::timed_out);
}

}  // namespace
}  // namespace tributary::app
