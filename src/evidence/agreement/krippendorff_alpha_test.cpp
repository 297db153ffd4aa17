#include "evidence/agreement/krippendorff_alpha.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "evidence/agreement/testing/panels.h"

namespace tributary::evidence {
namespace {

constexpr std::array kMetrics{Metric::nominal, Metric::ordinal, Metric::interval, Metric::ratio};

Result<Alpha> alpha(const Ratings& ratings, Metric metric) {
  return krippendorff_alpha(TRY(tally(ratings)), metric);
}

/// By the definition, pair by pair.
double alpha_by_pairs(const Ratings& ratings, Metric metric) {
  std::vector<std::vector<double>> units(ratings.units);
  for (std::size_t unit = 0; unit < ratings.units; ++unit) {
    for (std::size_t coder = 0; coder < ratings.coders; ++coder) {
      if (ratings.at(coder, unit)) units[unit].push_back(*ratings.at(coder, unit));
    }
  }
  std::erase_if(units, [](const auto& unit) { return unit.size() < 2; });
  std::vector<double> all;
  std::map<double, double> counts;
  for (const auto& unit : units) all.insert(all.end(), unit.begin(), unit.end());
  for (const double value : all) ++counts[value];
  const auto distance = [&](double a, double b) {
    if (a == b) return 0.0;
    switch (metric) {
      case Metric::nominal:
        return 1.0;
      case Metric::interval:
        return (a - b) * (a - b);
      case Metric::ratio:
        return std::pow((a - b) / (a + b), 2);
      case Metric::ordinal:
        break;
    }
    double between = -(counts[a] + counts[b]) / 2;
    for (const auto& [value, count] : counts) {
      if (value >= std::min(a, b) && value <= std::max(a, b)) between += count;
    }
    return between * between;
  };
  const auto n = static_cast<double>(all.size());
  double observed = 0, expected = 0;
  for (const auto& unit : units) {
    for (const double a : unit) {
      for (const double b : unit) {
        observed += distance(a, b) / static_cast<double>(unit.size() - 1) / n;
      }
    }
  }
  for (const double a : all) {
    for (const double b : all) expected += distance(a, b) / (n * (n - 1));
  }
  return 1 - observed / expected;
}

TEST(KrippendorffAlpha, IsThatOfThePublishedPanelOnEachScale) {
  EXPECT_NEAR(alpha(krippendorffs_panel(), Metric::nominal)->value, 0.743421, 5e-7);
  EXPECT_NEAR(alpha(krippendorffs_panel(), Metric::ordinal)->value, 0.815388, 5e-7);
  EXPECT_NEAR(alpha(krippendorffs_panel(), Metric::interval)->value, 0.849107, 5e-7);
  EXPECT_NEAR(alpha(krippendorffs_panel(), Metric::ratio)->value, 0.797403, 5e-7);
}

TEST(KrippendorffAlpha, LeavesOutTheUnitWithOneRating) {
  EXPECT_EQ(alpha(krippendorffs_panel(), Metric::nominal)->ratings, 40);
  EXPECT_EQ(alpha(krippendorffs_panel(), Metric::nominal)->units, 11);
}

TEST(KrippendorffAlpha, IsOneWhereAllAgreeOnUnitsThatDiffer) {
  for (const auto metric : kMetrics) {
    EXPECT_DOUBLE_EQ(alpha(panel({"123", "123"}), metric)->value, 1) << name_of(metric);
  }
}

TEST(KrippendorffAlpha, IsNotDefinedWhereNothingCanBeCompared) {
  for (const auto metric : kMetrics) {
    EXPECT_EQ(alpha(panel({"333", "333"}), metric).error().code, ErrorCode::unmet);
    EXPECT_EQ(alpha(panel({"12.", "..3"}), metric).error().code, ErrorCode::unmet);
    EXPECT_EQ(alpha(panel({"123"}), metric).error().code, ErrorCode::unmet);
    // The rating that differs has no partner.
    EXPECT_EQ(alpha(panel({"333", "33."}), metric).error().message,
              "alpha is not defined: all ratings that can be paired are equal");
  }
}

TEST(KrippendorffAlpha, NamesTheRatingThatIsNone) {
  for (const double odd : {std::nan(""), std::numeric_limits<double>::infinity()}) {
    auto ratings = krippendorffs_panel();
    ratings.values[13] = odd;
    EXPECT_EQ(alpha(ratings, Metric::nominal).error().context, "coder 2, unit 2");
  }
}

TEST(KrippendorffAlpha, RefusesRatiosBelowZero) {
  auto ratings = krippendorffs_panel();
  ratings.values[0] = -1;
  EXPECT_EQ(alpha(ratings, Metric::ratio).error().code, ErrorCode::invalid_argument);
  EXPECT_TRUE(alpha(ratings, Metric::interval));
}

TEST(KrippendorffAlpha, HoldsTheLargestAndTheSmallestNumbersThereAre) {
  const auto expected = alpha(krippendorffs_panel(), Metric::interval)->value;
  for (const double unit : {std::numeric_limits<double>::max() / 8, 1e-300}) {
    auto ratings = krippendorffs_panel();
    for (auto& value : ratings.values) {
      if (value) *value *= unit;
    }
    EXPECT_NEAR(alpha(ratings, Metric::interval)->value, expected, 1e-12);
    EXPECT_NEAR(alpha(ratings, Metric::ratio)->value, 0.797403, 5e-7);
  }
}

RC_GTEST_PROP(KrippendorffAlpha, IsThatOfTheDefinition, ()) {
  const auto ratings = any_panel();
  for (const auto metric : kMetrics) {
    const auto found = alpha(ratings, metric);
    const double expected = alpha_by_pairs(ratings, metric);
    RC_ASSERT(found.has_value() == std::isfinite(expected));
    if (found) RC_ASSERT(std::abs(found->value - expected) < 1e-9);
  }
}

RC_GTEST_PROP(KrippendorffAlpha, DoesNotDependOnTheOrderOfUnits, ()) {
  const auto ratings = any_panel();
  auto turned = ratings;
  for (std::size_t coder = 0; coder < ratings.coders; ++coder) {
    const auto begin = turned.values.begin() + static_cast<std::ptrdiff_t>(coder * ratings.units);
    std::reverse(begin, begin + static_cast<std::ptrdiff_t>(ratings.units));
  }
  for (const auto metric : kMetrics) {
    const auto one = alpha(ratings, metric), other = alpha(turned, metric);
    RC_ASSERT(one.has_value() == other.has_value());
    if (one) RC_ASSERT(std::abs(one->value - other->value) < 1e-9);
  }
}

RC_GTEST_PROP(KrippendorffAlpha, OnAnIntervalScaleIgnoresUnitAndOrigin, ()) {
  const auto ratings = any_panel();
  auto moved = ratings;
  for (auto& value : moved.values) {
    if (value) *value = *value * 2.5 - 40;
  }
  const auto one = alpha(ratings, Metric::interval), other = alpha(moved, Metric::interval);
  RC_ASSERT(one.has_value() == other.has_value());
  if (one) RC_ASSERT(std::abs(one->value - other->value) < 1e-9);
}

TEST(AlphaInterval, IsTheSameForTheSameSeedAndHoldsTheValue) {
  const auto counted = *tally(krippendorffs_panel());
  for (const auto metric : kMetrics) {
    const auto interval = alpha_interval(counted, metric, {.seed = 7});
    ASSERT_TRUE(interval);
    EXPECT_EQ(*interval, *alpha_interval(counted, metric, {.seed = 7}));
    EXPECT_NE(interval->interval, alpha_interval(counted, metric, {.seed = 8})->interval);
    const double value = krippendorff_alpha(counted, metric)->value;
    EXPECT_LT(interval->interval.low, value);
    EXPECT_GT(interval->interval.high, value);
    EXPECT_LE(interval->interval.high, 1);
  }
}

TEST(AlphaInterval, OfALowerLevelIsNarrower) {
  const auto counted = *tally(krippendorffs_panel());
  const auto wide = alpha_interval(counted, Metric::nominal, {.level = 0.95})->interval;
  const auto narrow = alpha_interval(counted, Metric::nominal, {.level = 0.5})->interval;
  EXPECT_LT(wide.low, narrow.low);
  EXPECT_GT(wide.high, narrow.high);
}

TEST(AlphaInterval, SaysHowManyDrawsHadNoAlpha) {
  // Half the units are all 1: (1/2)⁴ of the draws hold nothing else, another (1/2)⁴ only 2.
  const auto interval = alpha_interval(*tally(panel({"1122", "1122"})), Metric::nominal);
  EXPECT_NEAR(interval->not_defined, 250, 60);
}

TEST(AlphaInterval, IsNotMadeOfOneUnit) {
  EXPECT_EQ(alpha_interval(*tally(panel({"1.", "2.", "1."})), Metric::nominal).error().code,
            ErrorCode::unmet);
}

TEST(AlphaInterval, RefusesLevelsAndDrawsThatAreNone) {
  const auto counted = *tally(krippendorffs_panel());
  for (const double level : {0.0, 1.0, std::nan("")}) {
    EXPECT_FALSE(alpha_interval(counted, Metric::nominal, {.level = level}));
  }
  EXPECT_FALSE(alpha_interval(counted, Metric::nominal, {.draws = 1}));
}

}  // namespace
}  // namespace tributary::evidence
