// What holds of every synthesis: the order of studies and the unit of their effects do not matter,
// what is drawn with a known truth is found as often as the interval says.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "evidence/synthesis/synthesis.h"

namespace tributary::evidence {
namespace {

/// Normal deviates by Box and Muller, the same with every standard library.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : bits_(seed) {}

  double uniform() { return (static_cast<double>(bits_() >> 11) + 0.5) * 0x1p-53; }
  double normal() {
    return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform());
  }

 private:
  std::mt19937_64 bits_;
};

std::vector<EffectEstimate> drawn(Draw& draw, std::size_t studies, double mean,
                                  double tau_squared) {
  std::vector<EffectEstimate> effects(studies);
  for (auto& effect : effects) {
    effect.variance = 0.01 + 0.09 * draw.uniform();
    effect.value =
        mean + std::sqrt(tau_squared) * draw.normal() + std::sqrt(effect.variance) * draw.normal();
  }
  return effects;
}

TEST(SynthesisProperty, TheOrderOfStudiesDoesNotMatter) {
  Draw draw(1);
  for (int round = 0; round < 50; ++round) {
    auto effects = drawn(draw, 3 + static_cast<std::size_t>(round) % 20, 0.3, 0.05);
    const auto pooled = pool(effects, {}).value();
    std::ranges::reverse(effects);
    const auto reversed = pool(effects, {}).value();
    EXPECT_NEAR(pooled.mean.value, reversed.mean.value, 1e-9);
    EXPECT_NEAR(pooled.heterogeneity.tau_squared, reversed.heterogeneity.tau_squared, 1e-9);
  }
}

TEST(SynthesisProperty, TheUnitOfEffectsDoesNotMatter) {
  constexpr double kUnit = 8;  // a power of two, so that only the search can differ
  Draw draw(2);
  for (int round = 0; round < 50; ++round) {
    const auto effects = drawn(draw, 8, 0.3, 0.05);
    auto larger = effects;
    for (auto& effect : larger) effect = {effect.value * kUnit, effect.variance * kUnit * kUnit};
    const auto design = without_moderators(effects.size());
    for (const auto method :
         {TauSquaredMethod::der_simonian_laird, TauSquaredMethod::paule_mandel,
          TauSquaredMethod::maximum_likelihood, TauSquaredMethod::restricted_maximum_likelihood}) {
      const double one = estimate_tau_squared(effects, design, method, 1e-9).value();
      const double other =
          estimate_tau_squared(larger, design, method, 1e-9 * kUnit * kUnit).value();
      EXPECT_NEAR(one * kUnit * kUnit, other, 1e-6);
    }
  }
}

TEST(SynthesisProperty, RestrictedLikelihoodIsHighestWhereItIsSaidToBe) {
  Draw draw(3);
  for (int round = 0; round < 50; ++round) {
    const auto effects = drawn(draw, 10, 0, 0.1 * draw.uniform());
    const auto design = without_moderators(effects.size());
    const auto logarithm = [&](double tau_squared) {
      const auto fit = fit_weighted(effects, design, tau_squared).value();
      double sum = -fit.q / 2 - fit.log_determinant / 2;
      for (const auto& effect : effects) sum -= std::log(effect.variance + tau_squared) / 2;
      return sum;
    };
    const double found =
        estimate_tau_squared(effects, design, TauSquaredMethod::restricted_maximum_likelihood,
                             1e-10)
            .value();
    for (int step = 0; step <= 1000; ++step)
      EXPECT_LE(logarithm(step * 1e-3), logarithm(found) + 1e-9);
  }
}

TEST(SynthesisProperty, IntervalsHoldTheTruthAsOftenAsTheySay) {
  constexpr int kRounds = 2000;
  Draw draw(4);
  int mean_held = 0, tau_squared_held = 0;
  for (int round = 0; round < kRounds; ++round) {
    const auto pooled = pool(drawn(draw, 12, 0.25, 0.04), {}).value();
    const auto& between = pooled.heterogeneity.tau_squared_interval;
    mean_held += pooled.mean.interval.low <= 0.25 && 0.25 <= pooled.mean.interval.high;
    tau_squared_held += between.low <= 0.04 && 0.04 <= between.high;
  }
  constexpr double kError = 0.0049;  // of a share of 0.95 in 2,000 rounds
  EXPECT_NEAR(mean_held / double{kRounds}, 0.95, 3 * kError);
  EXPECT_NEAR(tau_squared_held / double{kRounds}, 0.95, 3 * kError);
}

TEST(SynthesisProperty, TheNextStudyLiesWhereItIsSaidTo) {
  constexpr int kRounds = 1000;
  Draw draw(6);
  int held = 0;
  for (int round = 0; round < kRounds; ++round) {
    const auto pooled = pool(drawn(draw, 60, 0.25, 0.2), {}).value();
    const double next = 0.25 + std::sqrt(0.2) * draw.normal();
    held += pooled.prediction->low <= next && next <= pooled.prediction->high;
  }
  constexpr double kError = 0.0069;  // of a share of 0.95 in 1,000 rounds
  EXPECT_NEAR(held / double{kRounds}, 0.95, 3 * kError);
}

TEST(SynthesisProperty, WeightsAddUpToOneAndLargerStudiesWeighMore) {
  Draw draw(5);
  const auto effects = drawn(draw, 30, 0.2, 0.02);
  const auto weights = pool(effects, {}).value().weights;
  double sum = 0;
  for (std::size_t i = 0; i < effects.size(); ++i) {
    sum += weights[i];
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_EQ(effects[i].variance<effects[j].variance, weights[i]> weights[j]);
    }
  }
  EXPECT_NEAR(sum, 1, 1e-12);
}

}  // namespace
}  // namespace tributary::evidence
