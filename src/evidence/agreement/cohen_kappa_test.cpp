#include "evidence/agreement/cohen_kappa.h"

#include <gtest/gtest.h>

#include "evidence/agreement/testing/panels.h"

namespace tributary::evidence {
namespace {

/// Ratings 0, 1 … of two coders from how often each pair of them occurred; rows are the first
/// coder's.
Ratings from_table(const std::vector<std::vector<int>>& table) {
  std::vector<std::optional<double>> first, second;
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t j = 0; j < table.size(); ++j) {
      first.insert(first.end(), static_cast<std::size_t>(table[i][j]), static_cast<double>(i));
      second.insert(second.end(), static_cast<std::size_t>(table[i][j]), static_cast<double>(j));
    }
  }
  Ratings ratings{.coders = 2, .units = first.size(), .values = std::move(first)};
  ratings.values.insert(ratings.values.end(), second.begin(), second.end());
  return ratings;
}

// Standard errors here are those of statsmodels 0.15 (cohens_kappa), which follows the same source.
TEST(CohenKappa, OfTwoReadersOfProposals) {
  // 50 proposals, the example of the English Wikipedia, "Cohen's kappa": 0.40.
  const auto kappa = cohen_kappa(from_table({{20, 5}, {10, 15}}), {0, 1});
  ASSERT_TRUE(kappa);
  EXPECT_NEAR(kappa->value, 0.4, 1e-12);
  EXPECT_NEAR(kappa->standard_error, 0.1270, 5e-5);
  EXPECT_NEAR(kappa->interval.low, 0.1511, 5e-5);
  EXPECT_NEAR(kappa->interval.high, 0.6489, 5e-5);
  EXPECT_EQ(kappa->units, 50);
}

TEST(CohenKappa, IsWeighted) {
  const auto ratings = from_table({{88, 10, 2}, {14, 40, 6}, {18, 10, 12}});
  const auto identity = cohen_kappa(ratings, {0, 1});
  const auto linear = cohen_kappa(ratings, {0, 1}, Weighting::linear);
  const auto quadratic = cohen_kappa(ratings, {0, 1}, Weighting::quadratic);
  EXPECT_NEAR(identity->value, 0.4915254, 5e-7);
  EXPECT_NEAR(identity->standard_error, 0.0510018, 5e-7);
  EXPECT_NEAR(linear->value, 0.4736842, 5e-7);
  EXPECT_NEAR(linear->standard_error, 0.0544323, 5e-7);
  EXPECT_NEAR(quadratic->value, 0.4545455, 5e-7);
  EXPECT_NEAR(quadratic->standard_error, 0.0664537, 5e-7);
}

TEST(CohenKappa, LeavesOutUnitsThatOneOfTheTwoDidNotRate) {
  const auto kappa = cohen_kappa(krippendorffs_panel(), {0, 1});
  EXPECT_NEAR(kappa->value, 0.8448276, 5e-7);
  EXPECT_NEAR(kappa->standard_error, 0.1465424, 5e-7);
  EXPECT_EQ(kappa->units, 9);
  EXPECT_EQ(kappa->interval.high, 1);
}

TEST(CohenKappa, IsNotDefinedWhereNothingCanBeCompared) {
  EXPECT_EQ(cohen_kappa(panel({"11", "11", "12"}), {0, 1}).error().code, ErrorCode::unmet);
  EXPECT_EQ(cohen_kappa(panel({"1.", ".1"}), {0, 1}).error().code, ErrorCode::unmet);
  EXPECT_EQ(cohen_kappa(panel({"..", ".."}), {0, 1}).error().code, ErrorCode::unmet);
}

TEST(CohenKappa, IsZeroWhereOneCoderDoesNotDistinguish) {
  EXPECT_NEAR(cohen_kappa(panel({"1212", "1111"}), {0, 1})->value, 0, 1e-12);
}

TEST(CohenKappa, RefusesCodersThatAreNotTwo) {
  EXPECT_EQ(cohen_kappa(krippendorffs_panel(), {1, 1}).error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(cohen_kappa(krippendorffs_panel(), {0, 4}).error().code, ErrorCode::invalid_argument);
}

}  // namespace
}  // namespace tributary::evidence
