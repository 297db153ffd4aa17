// How long what stands behind panels and rankings takes, at the sizes that have a limit: alpha of a
// million ratings on each scale (200 ms), SMAA with 10 options, 8 criteria and 100,000 draws (200
// ms).
#include <benchmark/benchmark.h>

#include <string>

#include "evidence/agreement/krippendorff_alpha.h"
#include "evidence/distribution/random_numbers.h"
#include "evidence/ranking/smaa.h"

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
  for (auto _ : state) {
    benchmark::DoNotOptimize(krippendorff_alpha(*tally(ratings), metric)->value);
  }
}

void smaa_of_ten_options(benchmark::State& state) {
  RandomNumbers random(1);
  Contributions parts{.options = 10, .criteria = 8, .values = std::vector<double>(80)};
  for (auto& value : parts.values) value = random.uniform();
  for (auto _ : state) benchmark::DoNotOptimize(smaa(parts)->acceptability.front());
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
  return true;
}();

}  // namespace
