// What holds of every effect size: the unit of the outcome does not matter, exchanging the groups
// turns the sign, and of learners that are drawn with a known truth it is found as often as the
// interval says.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <random>

#include "evidence/distribution/distributions.h"
#include "evidence/effect_size/mean_difference.h"
#include "evidence/effect_size/proportions.h"

namespace tributary::evidence {
namespace {

constexpr int kDrawnTrials = 4000;
/// Three standard errors of a share of 0.95 in so many trials.
constexpr double kThreeErrors = 0.0104;

/// The same learners with every standard library.
class DrawnLearners {
 public:
  explicit DrawnLearners(std::uint64_t seed) : bits_(seed) {}

  bool has(double share) { return uniform() < share; }

  GroupSummary group(double mean, std::int64_t learners) {
    double sum = 0, squares = 0;
    for (std::int64_t learner = 0; learner < learners; ++learner) {
      const double value = mean + normal();
      sum += value;
      squares += value * value;
    }
    const auto count = static_cast<double>(learners);
    const double variance = (squares - sum * sum / count) / (count - 1);
    return {sum / count, std::sqrt(variance), learners};
  }

 private:
  double uniform() { return (static_cast<double>(bits_() >> 11U) + 0.5) * 0x1p-53; }
  double normal() { return normal_quantile(uniform()); }

  std::mt19937_64 bits_;
};

GroupSummary any_group() {
  return {.mean = *rc::gen::inRange(-1000, 1000) / 10.0,
          .standard_deviation = *rc::gen::inRange(1, 300) / 10.0,
          .learners = *rc::gen::inRange<std::int64_t>(2, 400)};
}

RC_GTEST_PROP(HedgesG, DoesNotDependOnUnitAndOrigin, ()) {
  const auto treated = any_group(), control = any_group();
  constexpr double kUnit = 4, kOrigin = 17;
  const auto moved = [](const GroupSummary& group) {
    return GroupSummary{group.mean * kUnit + kOrigin, group.standard_deviation * kUnit,
                        group.learners};
  };
  const auto one = hedges_g(treated, control).value();
  const auto other = hedges_g(moved(treated), moved(control)).value();
  RC_ASSERT(std::abs(one.value - other.value) < 1e-9 * (1 + std::abs(one.value)));
  RC_ASSERT(std::abs(one.variance - other.variance) < 1e-9 * (1 + one.variance));
}

RC_GTEST_PROP(HedgesG, TurnsItsSignWithTheGroups, ()) {
  const auto treated = any_group(), control = any_group();
  const auto one = hedges_g(treated, control).value(), other = hedges_g(control, treated).value();
  RC_ASSERT(std::abs(one.value + other.value) < 1e-12 * (1 + std::abs(one.value)));
  RC_ASSERT(std::abs(one.variance - other.variance) < 1e-12 * (1 + one.variance));
}

TEST(HedgesG, HoldsTheTruthAsOftenAsItSaysAndIsNotBiased) {
  constexpr double kTruth = 0.5;
  constexpr std::int64_t kLearners = 30;
  DrawnLearners learners(7);
  const double quantile = student_quantile(0.975, 2.0 * kLearners - 2);
  int held = 0;
  double sum = 0;
  for (int trial = 0; trial < kDrawnTrials; ++trial) {
    const auto treated = learners.group(kTruth, kLearners), control = learners.group(0, kLearners);
    const auto g = hedges_g(treated, control).value();
    held += std::abs(g.value - kTruth) <= quantile * std::sqrt(g.variance) ? 1 : 0;
    sum += g.value;
  }
  EXPECT_NEAR(held / double{kDrawnTrials}, 0.95, kThreeErrors);
  EXPECT_NEAR(sum / kDrawnTrials, kTruth, 4 * 0.265 / std::sqrt(double{kDrawnTrials}));
}

TEST(DifferenceOfShares, HoldsTheTruthAsOftenAsItSays) {
  constexpr double kTreated = 0.6, kControl = 0.4;
  constexpr std::int64_t kLearners = 40;
  DrawnLearners learners(8);
  int held = 0;
  for (int trial = 0; trial < kDrawnTrials; ++trial) {
    TwoByTwo table{0, kLearners, 0, kLearners};
    for (std::int64_t learner = 0; learner < kLearners; ++learner) {
      const std::int64_t treated = learners.has(kTreated) ? 1 : 0;
      const std::int64_t control = learners.has(kControl) ? 1 : 0;
      table.treated_cases += treated;
      table.treated_others -= treated;
      table.control_cases += control;
      table.control_others -= control;
    }
    const auto interval = risk_difference_interval(table, 1.959964).value();
    held += interval.low <= kTreated - kControl && kTreated - kControl <= interval.high ? 1 : 0;
  }
  // Score intervals of whole counts hold it a little more or less often (Newcombe 1998, table III).
  EXPECT_NEAR(held / double{kDrawnTrials}, 0.95, kThreeErrors + 0.01);
}

}  // namespace
}  // namespace tributary::evidence
