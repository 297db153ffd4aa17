#include "evidence/suppression/coarse_difference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace tributary::evidence {
namespace {

constexpr double kNormal95 = 1.959964;

using Seen = std::tuple<long, long, long, int>;

Seen seen_of(const TwoByTwo& table) {
  const auto shown = coarse_difference(table, kNormal95, 1).value();
  const auto exact = risk_difference_interval(table, kNormal95).value();
  const auto hundredths = [](double value) { return std::lround(value * 100); };
  return {hundredths(shown.value), hundredths(shown.interval.low), hundredths(shown.interval.high),
          exact.low > 0    ? 1
          : exact.high < 0 ? -1
                           : 0};
}

/// What somebody can do who knows the sizes of the arms and this code: try every table.
TEST(CoarseDifference, NoTableThatIsRoundedCanBeFoundAgain) {
  for (const auto& [treated, control] : {std::pair{5, 5}, std::pair{12, 9}, std::pair{30, 28}}) {
    std::map<Seen, std::set<int>> treated_cases, control_cases;
    std::vector<TwoByTwo> rounded;
    for (int one = 0; one <= treated; ++one) {
      for (int other = 0; other <= control; ++other) {
        const TwoByTwo table{one, treated - one, other, control - other};
        if (!has_small_cell(table)) continue;
        rounded.push_back(table);
        treated_cases[seen_of(table)].insert(one);
        control_cases[seen_of(table)].insert(other);
      }
    }
    const bool is_coarsest = coarse_step(treated, control, kNormal95, 1).value() == 1;
    for (const auto& table : rounded) {
      const auto seen = seen_of(table);
      const bool few_treated = std::min(table.treated_cases, table.treated_others) < 5;
      const bool few_control = std::min(table.control_cases, table.control_others) < 5;
      EXPECT_TRUE(is_coarsest || !few_treated || treated_cases[seen].size() > 1)
          << table.treated_cases << " of " << treated;
      EXPECT_TRUE(is_coarsest || !few_control || control_cases[seen].size() > 1)
          << table.control_cases << " of " << control;
    }
  }
}

TEST(CoarseDifference, TheStepSaysNothingOfTheCounts) {
  const auto few = coarse_difference({1, 29, 14, 14}, kNormal95, 1).value();
  const auto other = coarse_difference({15, 15, 27, 1}, kNormal95, 1).value();
  EXPECT_EQ(few.step, other.step);
}

TEST(CoarseDifference, IsFineWhereOneLearnerMattersLittle) {
  EXPECT_FALSE(has_small_cell({5, 45, 10, 40}));
  EXPECT_TRUE(has_small_cell({46, 4, 10, 40}));
  EXPECT_LE(coarse_difference({3, 3997, 400, 3600}, kNormal95, 1)->step, 0.1);
  EXPECT_LT(coarse_step(400, 400, kNormal95, 1).value(), coarse_step(12, 9, kNormal95, 1).value());
}

}  // namespace
}  // namespace tributary::evidence
