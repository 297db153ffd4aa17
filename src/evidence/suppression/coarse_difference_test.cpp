#include "evidence/suppression/coarse_difference.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "evidence/suppression/hidden_counts.h"

namespace tributary::evidence {
namespace {

constexpr double kNormal95 = 1.959964;

using Seen = std::tuple<long, long, long, int>;

int side_of(const Interval& interval) { return interval.low > 0 ? 1 : interval.high < 0 ? -1 : 0; }

Seen seen_of(const TwoByTwo& table) {
  const auto shown = coarse_difference(table, kNormal95, 1).value();
  const auto exact = risk_difference_interval(table, kNormal95).value();
  const auto hundredths = [](double value) { return std::lround(value * 100); };
  return {hundredths(shown.value), hundredths(shown.interval.low), hundredths(shown.interval.high),
          side_of(exact)};
}

/// By table of two arms with a small cell: the counts of each arm among those that are seen alike.
struct Alike {
  std::vector<TwoByTwo> tables;
  std::map<Seen, std::set<std::int64_t>> treated, control;
};

template <class Seeing>
Alike alike_of(std::int64_t treated, std::int64_t control, const Seeing& seen) {
  Alike alike;
  for (std::int64_t one = 0; one <= treated; ++one) {
    for (std::int64_t other = 0; other <= control; ++other) {
      const TwoByTwo table{one, treated - one, other, control - other};
      if (!has_small_cell(table)) continue;
      alike.tables.push_back(table);
      alike.treated[seen(table)].insert(one);
      alike.control[seen(table)].insert(other);
    }
  }
  return alike;
}

template <class Seeing>
void expect_none_is_alone(const Alike& alike, const Seeing& seen) {
  for (const auto& table : alike.tables) {
    const bool few_treated = std::min(table.treated_cases, table.treated_others) < 5;
    const bool few_control = std::min(table.control_cases, table.control_others) < 5;
    EXPECT_TRUE(!few_treated || alike.treated.at(seen(table)).size() > 1)
        << table.treated_cases << " and " << table.control_cases;
    EXPECT_TRUE(!few_control || alike.control.at(seen(table)).size() > 1)
        << table.treated_cases << " and " << table.control_cases;
  }
}

/// What somebody can do who knows the sizes of the arms and this code: try every table.
TEST(CoarseDifference, NoTableThatIsToldCoarselyCanBeFoundAgain) {
  for (const auto& [treated, control] :
       {std::pair{12, 9}, std::pair{20, 20}, std::pair{30, 28}, std::pair{60, 25}}) {
    expect_none_is_alone(alike_of(treated, control, seen_of), seen_of);
  }
}

TEST(CoarseDifference, IsWithinWhatItSaysOfTheExactFigures) {
  for (const auto& [treated, control] : {std::pair{5, 5}, std::pair{30, 28}, std::pair{60, 25}}) {
    for (const auto& table : alike_of(treated, control, seen_of).tables) {
      const auto shown = coarse_difference(table, kNormal95, 1).value();
      const auto exact = risk_difference_interval(table, kNormal95).value();
      EXPECT_NEAR(shown.value, risk_difference(table)->value, shown.within + 1e-9);
      EXPECT_NEAR(shown.interval.low, exact.low, shown.within + 1e-9);
      EXPECT_NEAR(shown.interval.high, exact.high, shown.within + 1e-9);
    }
  }
}

TEST(CoarseDifference, HowFarItIsOffSaysNothingOfTheCounts) {
  const auto few = coarse_difference({1, 29, 14, 14}, kNormal95, 1).value();
  const auto other = coarse_difference({15, 15, 27, 1}, kNormal95, 1).value();
  EXPECT_EQ(few.within, other.within);
}

TEST(CoarseDifference, IsFineWhereOneLearnerMattersLittle) {
  EXPECT_FALSE(has_small_cell({5, 45, 10, 40}));
  EXPECT_TRUE(has_small_cell({46, 4, 10, 40}));
  EXPECT_LE(coarse_difference({3, 397, 40, 360}, kNormal95, 1)->within, 0.06);
  EXPECT_LE(coarse_difference({3, 997, 100, 900}, kNormal95, 1)->within, 0.03);
  const auto large = coarse_difference({3, 3997, 400, 3600}, kNormal95, 1).value();
  EXPECT_LE(large.within, 0.01);
  EXPECT_DOUBLE_EQ(large.value, -0.1);
  EXPECT_LE(coarse_difference({3, 999'997, 100, 999'900}, kNormal95, 1)->within, 0.01);
}

TEST(CoarseDifference, RefusesArmsAndMethodsThatAreNone) {
  EXPECT_FALSE(coarse_difference({0, 0, 3, 9}, kNormal95, 1));
  EXPECT_FALSE(coarse_difference({-1, 9, 3, 9}, kNormal95, 1));
  EXPECT_FALSE(coarse_difference({3, 9, 3, 9}, 0, 1));
  EXPECT_FALSE(coarse_difference({3, 9, 3, 9}, kNormal95, 0.5));
}

struct KnownArms {
  std::int64_t treated = 0, control = 0;
  DifferenceMethod method;
};

KnownArms any_arms() {
  const auto learners = rc::gen::inRange<std::int64_t>(10, 130);
  return {*learners,
          *learners,
          {*rc::gen::elementOf(std::vector{1.96, 2.02, 2.78}),
           *rc::gen::elementOf(std::vector{1.0, 1.9, 4.0})}};
}

/// Stand-ins alone, unrounded: what is seen of two tables is alike where their stand-ins are.
RC_GTEST_PROP(HiddenCounts, LeaveNoSmallCountAlone, ()) {
  const auto [treated, control, method] = any_arms();
  const auto hidden = HiddenCounts::of({treated, control}, method).value();
  if (!hidden) return;
  const auto seen = [&](const TwoByTwo& table) {
    const auto shown = hidden->stand_in(table);
    const auto interval =
        risk_difference_interval(table, method.quantile, method.design_effect).value();
    return Seen{shown.treated_cases, shown.control_cases, 0, side_of(interval)};
  };
  const auto alike = alike_of(treated, control, seen);
  for (const auto& table : alike.tables) {
    const bool few_treated = std::min(table.treated_cases, table.treated_others) < 5;
    const bool few_control = std::min(table.control_cases, table.control_others) < 5;
    RC_ASSERT(!few_treated || alike.treated.at(seen(table)).size() > 1U);
    RC_ASSERT(!few_control || alike.control.at(seen(table)).size() > 1U);
  }
}

RC_GTEST_PROP(HiddenCounts, MoveNoFigureFurtherThanTheySay, ()) {
  const auto [treated, control, method] = any_arms();
  const auto hidden = HiddenCounts::of({treated, control}, method).value();
  if (!hidden) return;
  const auto figures_of = [&](const TwoByTwo& table) {
    const auto interval =
        risk_difference_interval(table, method.quantile, method.design_effect).value();
    return std::array{risk_difference(table)->value, interval.low, interval.high};
  };
  const auto none = [](const TwoByTwo&) { return Seen{}; };
  for (const auto& table : alike_of(treated, control, none).tables) {
    const auto exact = figures_of(table), shown = figures_of(hidden->stand_in(table));
    for (std::size_t at = 0; at < exact.size(); ++at) {
      RC_ASSERT(std::abs(exact.at(at) - shown.at(at)) <= hidden->within() + 1e-12);
    }
  }
}

}  // namespace
}  // namespace tributary::evidence
