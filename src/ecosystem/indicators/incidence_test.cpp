#include "ecosystem/indicators/incidence.h"

#include <gtest/gtest.h>

namespace tributary::ecosystem {
namespace {

Date day(std::string_view iso) { return Date::from_iso(iso).value(); }

const Date kToday = day("2026-06-30");

ProviderAnswer answer(std::int64_t provider, std::string_view answered,
                      std::vector<ImplementedInnovation> innovations = {}) {
  return {.provider = {provider}, .answered = day(answered), .innovations = std::move(innovations)};
}

using Providers = std::vector<ProviderId>;

class Incidence : public testing::Test {
 protected:
  [[nodiscard]] Figure<ProviderId> share(const InnovationFilter& counted = {}) const {
    return share_of_innovating_providers(answers_, 10, kToday, counted, "survey 2026");
  }

  /// 1 innovates, 2 said first yes and then no, 3's was too long ago, 4 answered too long ago.
  std::vector<ProviderAnswer> answers_ = {
      answer(1, "2026-02-01",
             {{day("2025-09-01"), OsloType::pedagogy, NoveltyScope::region},
              {day("2024-09-01"), OsloType::product, NoveltyScope::provider}}),
      answer(2, "2026-03-01"),
      answer(2, "2025-03-01", {{day("2025-01-01"), OsloType::product, NoveltyScope::eu}}),
      answer(3, "2026-01-01", {{day("2023-06-30"), OsloType::product, NoveltyScope::eu}}),
      answer(4, "2023-06-30", {{day("2026-01-01"), OsloType::product, NoveltyScope::eu}})};
};

TEST_F(Incidence, IsTheShareOfThoseThatAnsweredNotOfAll) {
  const auto figure = share();
  EXPECT_DOUBLE_EQ(figure.value.value(), 1.0 / 3);
  EXPECT_EQ(figure.heard, (Heard{.from = 3, .in_scope = 10}));
  EXPECT_EQ(figure.rows, (Providers{{1}}));
  EXPECT_EQ(figure.as_of, kToday);
  EXPECT_EQ(figure.source, "survey 2026");
}

TEST_F(Incidence, IsToldByTypeAndNovelty) {
  EXPECT_EQ(share({.type = OsloType::pedagogy, .novelty = {}}).rows, (Providers{{1}}));
  EXPECT_EQ(share({.type = OsloType::pedagogy, .novelty = NoveltyScope::provider}).value, 0.0);
}

TEST_F(Incidence, IsUnknownWhereNobodyAnswered) {
  answers_.clear();
  EXPECT_EQ(share().value, std::nullopt);
  EXPECT_EQ(share().heard.in_scope, 10);
}

TEST_F(Incidence, LooksThreeYearsBackFromALeapDay) {
  const auto figure = share_of_innovating_providers(
      std::vector{answer(1, "2024-01-01", {{day("2021-03-01"), OsloType::product}}),
                  answer(2, "2024-01-01", {{day("2021-02-28"), OsloType::product}})},
      2, day("2024-02-29"), {}, "survey");
  EXPECT_EQ(figure.rows, (Providers{{1}}));
}

class Flow : public testing::Test {
 protected:
  const std::vector<StageVisit> visits_ = {
      {{1}, Stage::testing, day("2025-01-10"), day("2025-02-09"), true},
      {{1}, Stage::testing, day("2025-06-01"), day("2025-07-31"), true},
      {{2}, Stage::testing, day("2025-03-01"), day("2025-06-09"), false},
      {{3}, Stage::testing, day("2026-05-01"), {}, false},
      {{4}, Stage::testing, day("2026-07-01"), {}, false},
      {{5}, Stage::development, day("2025-01-01"), day("2026-01-01"), true}};
};

TEST_F(Flow, EntriesCountAnInnovationOnceAYear) {
  const auto figure = entries_per_hundred_providers(visits_, Stage::testing, 2025, 40, "pipeline");
  EXPECT_DOUBLE_EQ(figure.value.value(), 5.0);
  EXPECT_EQ(figure.rows, (std::vector<InnovationId>{{1}, {2}}));
  EXPECT_EQ(figure.as_of, day("2025-12-31"));
  EXPECT_EQ(entries_per_hundred_providers(visits_, Stage::testing, 2024, 40, "").value, 0.0);
  EXPECT_EQ(entries_per_hundred_providers(visits_, Stage::testing, 2025, 0, "").value,
            std::nullopt);
}

TEST_F(Flow, TellsWhatBecameOfEachVisitSoFar) {
  EXPECT_EQ(
      flow_through(visits_, Stage::testing, kToday),
      (StageFlow{.entered = 4, .went_on = 2, .ended = 1, .still_there = 1, .median_days = 60}));
  EXPECT_EQ(flow_through(visits_, Stage::testing, day("2025-02-01")),
            (StageFlow{.entered = 1, .still_there = 1}))
      << "none was over then, so no median is known";
}

TEST(LearnersReached, AreCountedWhereBothNumbersAreKnown) {
  const std::vector<LearnersReached> providers = {
      {{3}, 100, 20}, {{1}, 300, 400}, {{2}, 500, {}}, {{4}, {}, 50}};
  const auto figure = share_of_learners_reached(providers, kToday, "adoption records");
  EXPECT_DOUBLE_EQ(figure.value.value(), 0.8) << "20 of 100, and no more than 300 of 300";
  EXPECT_EQ(figure.heard, (Heard{.from = 2, .in_scope = 4}));
  EXPECT_EQ(figure.rows, (Providers{{1}, {3}}));
  EXPECT_EQ(share_of_learners_reached({}, kToday, "").value, std::nullopt);
}

}  // namespace
}  // namespace tributary::ecosystem
