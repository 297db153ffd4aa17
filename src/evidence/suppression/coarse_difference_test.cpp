#include "evidence/suppression/coarse_difference.h"

#include <gtest/gtest.h>

#include <cmath>

namespace tributary::evidence {
namespace {

constexpr double kNormal95 = 1.959964;

TEST(CoarseDifference, LeavesAnotherTablePossibleForEverySmallCell) {
  for (const std::int64_t learners : {5, 12, 50, 400}) {
    for (std::int64_t cases = 0; cases < 5; ++cases) {
      const TwoByTwo table{cases, learners - cases, learners / 2, learners - learners / 2};
      ASSERT_TRUE(has_small_cell(table));
      const auto shown = coarse_difference(table, kNormal95, 1).value();
      bool is_hidden = shown.step == 1;
      for (std::int64_t other = 0; other <= learners && !is_hidden; ++other) {
        for (std::int64_t control = 0; control <= learners && !is_hidden; ++control) {
          const TwoByTwo guess{other, learners - other, control, learners - control};
          const auto interval = risk_difference_interval(guess, kNormal95).value();
          const auto fits = [&](double exact, double told) {
            return std::abs(exact - told) <= shown.step / 2 + 1e-9;
          };
          is_hidden = other != cases && fits(risk_difference(guess)->value, shown.value) &&
                      fits(interval.low, shown.interval.low) &&
                      fits(interval.high, shown.interval.high);
        }
      }
      EXPECT_TRUE(is_hidden) << cases << " of " << learners << " in steps of " << shown.step;
    }
  }
}

TEST(CoarseDifference, IsFineWhereOneLearnerMattersLittle) {
  EXPECT_FALSE(has_small_cell({5, 45, 10, 40}));
  EXPECT_TRUE(has_small_cell({46, 4, 10, 40}));
  EXPECT_LE(coarse_difference({3, 3997, 400, 3600}, kNormal95, 1)->step, 0.02);
}

}  // namespace
}  // namespace tributary::evidence
