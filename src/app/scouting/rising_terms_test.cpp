#include "app/scouting/rising_terms.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/scouting/scouting_catalogue.h"

namespace tributary::app {
namespace {

/// Words that stand in a part of the projects which is the same every year.
const std::vector<std::string> kSteady{"welding", "bakery",  "robots",  "forestry", "nursing",
                                       "tourism", "fishing", "ceramic", "textile",  "shipyard"};

class RisingTermsTest : public testing::Test, protected ScoutingCatalogue {
 protected:
  /// 60 projects a year; those whose number is below `risen[year]` are about digital twins.
  void make(const std::vector<int>& risen) {
    std::vector<MadeProject> projects;
    for (std::size_t at = 0; at < risen.size(); ++at) {
      for (int number = 0; number < 60; ++number) {
        const auto& steady = kSteady[static_cast<std::size_t>(number) % kSteady.size()];
        auto title = fmt::format("{} in the schools of the country", steady);
        if (number < risen[at]) title += ", digital twin";
        projects.push_back(project(2020 + static_cast<int>(at), number, title, ""));
      }
    }
    import(projects);
  }
  /// Each of 60 crafts is in one project of the first year, and in three more with every year, as
  /// the summaries get longer.
  void make_longer_every_year() {
    std::vector<MadeProject> projects;
    for (int at = 0; at < 5; ++at) {
      for (int number = 0; number < 60; ++number) {
        std::string summary;
        for (int more = 1; more <= 3 * at; ++more) {
          summary += fmt::format("craft{} and ", 100 + (number + more) % 60);
        }
        projects.push_back(project(2020 + at, number,
                                   fmt::format("craft{} in the schools", 100 + number), summary));
      }
    }
    import(projects);
  }
  static MadeProject project(int year, int number, std::string title, std::string summary) {
    return {.key = fmt::format("{}{:02}", year, number),
            .title = std::move(title),
            .summary = std::move(summary),
            .year = year,
            .country = number % 2 == 0 ? "PT" : "RO"};
  }
  RisingTerms rising(const RisingQuery& query = {}) {
    const auto found = portal().rising_terms(query);
    EXPECT_TRUE(found) << found.error().text();
    return found ? *found : RisingTerms{};
  }
  static std::vector<std::string> texts(const RisingTerms& rising) {
    std::vector<std::string> texts;
    for (const auto& term : rising.terms) texts.push_back(term.text);
    return texts;
  }
};

TEST_F(RisingTermsTest, TellsThePhraseThatRisesAndNothingThatStays) {
  make({0, 4, 8, 16, 30});
  const auto found = rising();
  ASSERT_EQ(texts(found), std::vector<std::string>{"digital twin"})
      << "its words alone say no more";
  EXPECT_EQ(found.terms[0].counts, (std::vector<std::uint64_t>{0, 4, 8, 16, 30}));
  EXPECT_GT(found.terms[0].growth.low, 1.3);
  EXPECT_LE(found.terms[0].chance, kGreatestChance);
  ASSERT_EQ(found.years.size(), 5U);
  EXPECT_EQ(found.years[0].year, 2020);
  EXPECT_EQ(found.years[0].projects, 60U);
}

TEST_F(RisingTermsTest, EveryNumberIsWhatItsSearchFinds) {
  make({0, 4, 8, 16, 30});
  for (const auto& query : {RisingQuery{}, RisingQuery{.text = "schools OR country"},
                            RisingQuery{.text = "the schools", .filters = {{"country", {"PT"}}}}}) {
    const auto found = rising(query);
    ASSERT_FALSE(found.terms.empty());
    for (const auto& term : found.terms) {
      for (std::size_t at = 0; at < found.years.size(); ++at) {
        auto filters = query.filters;
        filters.push_back({"year", {std::to_string(found.years[at].year)}});
        const auto shown = portal().search({.text = term.query, .filters = filters}).value();
        EXPECT_EQ(term.counts[at], shown.total) << term.query << ' ' << found.years[at].year;
        const auto all = portal().search({.text = query.text, .filters = filters}).value();
        EXPECT_EQ(found.years[at].projects, all.total);
      }
    }
  }
}

TEST_F(RisingTermsTest, LongerTextsAloneRaiseNothing) {
  make_longer_every_year();
  const auto found = rising();
  ASSERT_TRUE(found.has_enough);
  EXPECT_GT(found.years.back().words, 2 * found.years.front().words);
  EXPECT_EQ(texts(found), std::vector<std::string>{});
}

TEST_F(RisingTermsTest, WhatFallsIsNotTold) {
  make({30, 16, 8, 4, 0});
  EXPECT_EQ(texts(rising()), std::vector<std::string>{});
}

TEST_F(RisingTermsTest, YearsCanBeChosen) {
  make({0, 4, 8, 16, 30});
  const auto found = rising({.from = 2021, .to = 2023});
  ASSERT_EQ(found.years.size(), 3U);
  EXPECT_EQ(found.years[0].year, 2021);
  const auto narrowed = rising({.filters = {{"year", {"2022..2024"}}}});
  EXPECT_EQ(narrowed.years.front().year, 2022);
  EXPECT_FALSE(rising({.filters = {{"year", {"2023..2024"}}}}).has_enough);
  const auto backwards = portal().rising_terms({.from = 2023, .to = 2021});
  ASSERT_FALSE(backwards);
  EXPECT_EQ(backwards.error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(backwards.error().context, "from");
}

TEST_F(RisingTermsTest, TooFewProjectsAreSaidAndNotGuessedFrom) {
  import({{.key = "1", .title = "Mentors"}});
  const auto found = rising();
  EXPECT_FALSE(found.has_enough);
  EXPECT_TRUE(found.terms.empty());
  EXPECT_FALSE(rising({.text = "nowhere"}).has_enough);
}

}  // namespace
}  // namespace tributary::app
