// How long what stands behind evidence, panels and rankings takes, at the sizes that have a limit:
// alpha of a million ratings on each scale (200 ms), SMAA with 10 options, 8 criteria and 100,000
// draws (200 ms), random effects by restricted maximum likelihood over 10,000 studies (50 ms); and
// the ranking of a portfolio, with both second opinions, sensitivity and acceptability.
#include <benchmark/benchmark.h>

#include <cmath>
#include <string>

#include "app/ecosystem/panel/portfolio_ranking.h"
#include "evidence/agreement/krippendorff_alpha.h"
#include "evidence/distribution/random_numbers.h"
#include "evidence/ranking/smaa.h"
#include "evidence/synthesis/synthesis.h"
#include "evidence/synthesis/tau_squared.h"

namespace {

using namespace tributary::evidence;

constexpr std::size_t kRatings = 1'000'000;

/// One rating in ten is missing, values lie around that of their unit.
Ratings any_ratings(std::size_t coders, std::uint32_t values) {
  RandomNumbers random(1);
  Ratings ratings{.coders = coders, .units = kRatings / coders};
  std::vector<std::uint32_t> of_unit(ratings.units);
  for (auto& value : of_unit) value = random.below(values);
  for (std::size_t coder = 0; coder < coders; ++coder) {
    for (const auto value : of_unit) {
      const bool strays = random.uniform() < 0.3;
      const double given = 1 + (strays ? random.below(values) : value);
      ratings.values.push_back(random.uniform() < 0.1 ? std::nullopt : std::optional(given));
    }
  }
  return ratings;
}

/// Counting included, as a caller has ratings and no counts.
void alpha(benchmark::State& state, std::size_t coders, std::uint32_t values, Metric metric) {
  const auto ratings = any_ratings(coders, values);
  double value = 0;
  for (auto _ : state) value = krippendorff_alpha(*tally(ratings), metric)->value;
  state.counters["alpha"] = value;
}

void smaa_of_ten_options(benchmark::State& state) {
  RandomNumbers random(1);
  Contributions parts{.options = 10, .criteria = 8, .values = std::vector<double>(80)};
  for (auto& value : parts.values) value = random.uniform();
  for (auto _ : state) benchmark::DoNotOptimize(smaa(parts)->acceptability.front());
}

/// True effects around 0.3 with a variance of 0.02, measured with variances from 0.01 to 0.09.
std::vector<EffectEstimate> any_effects(std::size_t studies) {
  constexpr int kUniforms = 12;  // their sum has the variance 1, and is as good as normal here
  RandomNumbers random(1);
  const auto normal = [&] {
    double sum = -kUniforms / 2.0;
    for (int at = 0; at < kUniforms; ++at) sum += random.uniform();
    return sum;
  };
  std::vector<EffectEstimate> effects;
  for (std::size_t at = 0; at < studies; ++at) {
    const double variance = 0.01 + 0.08 * random.uniform();
    const double truth = 0.3 + std::sqrt(0.02) * normal();
    const double value = truth + std::sqrt(variance) * normal();
    effects.push_back({.value = value, .variance = variance});
  }
  return effects;
}

void restricted_maximum_likelihood(benchmark::State& state) {
  const auto effects = any_effects(static_cast<std::size_t>(state.range(0)));
  const auto design = without_moderators(effects.size());
  double tau_squared = 0;
  for (auto _ : state) {
    tau_squared =
        estimate_tau_squared(effects, design, TauSquaredMethod::restricted_maximum_likelihood)
            .value();
  }
  state.counters["tau_squared"] = tau_squared;
}

/// With the Q profile, both intervals, the prediction and the weights: all that a page shows.
void pool_studies(benchmark::State& state) {
  const auto effects = any_effects(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(pool(effects, {})->mean.value);
}

/// Five reviewers of each innovation, eight criteria.
void rank_a_portfolio(benchmark::State& state) {
  namespace eco = tributary::ecosystem;
  constexpr int kCriteria = 8, kReviewers = 5;
  RandomNumbers random(1);
  eco::GateRule rule;
  for (int at = 0; at < kCriteria; ++at) {
    rule.criteria.push_back({.name = "criterion " + std::to_string(at + 1), .weight = 1 + at % 3});
  }
  std::vector<tributary::app::ScoredInnovation> innovations;
  for (std::int64_t id = 1; id <= state.range(0); ++id) {
    tributary::app::ScoredInnovation one{.id = {id}, .title = "innovation " + std::to_string(id)};
    for (int reviewer = 1; reviewer <= kReviewers; ++reviewer) {
      eco::GateAssessment assessment{.reviewer = {reviewer}};
      for (int at = 0; at < kCriteria; ++at) {
        assessment.scores.emplace_back(static_cast<int>(random.below(5)));
      }
      one.assessments.push_back(std::move(assessment));
    }
    innovations.push_back(std::move(one));
  }
  for (auto _ : state) {
    const auto ranked = tributary::app::rank_portfolio(rule, innovations, {}, 7);
    benchmark::DoNotOptimize(ranked->by_weights.placements.front());
  }
}

const bool kRegistered = [] {
  for (const auto metric : {Metric::nominal, Metric::ordinal, Metric::interval, Metric::ratio}) {
    for (const auto& [coders, values] : {std::pair{4UL, 5U}, {1000UL, 100U}, {4UL, 4000U}}) {
      const auto name = "alpha/" + std::string(name_of(metric)) +
                        "/coders:" + std::to_string(coders) + "/values:" + std::to_string(values);
      benchmark::RegisterBenchmark(name.c_str(), alpha, coders, values, metric)
          ->Unit(benchmark::kMillisecond);
    }
  }
  benchmark::RegisterBenchmark("smaa/options:10/criteria:8/draws:100000", smaa_of_ten_options)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("reml/studies", restricted_maximum_likelihood)
      ->Arg(100)
      ->Arg(1000)
      ->Arg(10'000)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("pool/studies", pool_studies)
      ->Arg(13)
      ->Arg(10'000)
      ->Unit(benchmark::kMillisecond);
  benchmark::RegisterBenchmark("portfolio/innovations", rank_a_portfolio)
      ->Arg(10)
      ->Arg(40)
      ->Arg(1000)
      ->Unit(benchmark::kMillisecond);
  return true;
}();

}  // namespace
