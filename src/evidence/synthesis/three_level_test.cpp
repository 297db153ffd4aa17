#include "evidence/synthesis/three_level.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tributary::evidence {
namespace {

struct InDistrict {
  std::int64_t district;
  double value, variance;
};

/// Modified school calendars, 56 schools of 11 districts (Konstantopoulos 2011;
/// dat.konstantopoulos2011 of the R package metadat).
constexpr InDistrict kCalendars[] = {
    {11, -0.18, 0.118}, {11, -0.22, 0.118},  {11, 0.23, 0.144},  {11, -0.3, 0.144},
    {12, 0.13, 0.014},  {12, -0.26, 0.014},  {12, 0.19, 0.015},  {12, 0.32, 0.024},
    {18, 0.45, 0.023},  {18, 0.38, 0.043},   {18, 0.29, 0.012},  {27, 0.16, 0.020},
    {27, 0.65, 0.004},  {27, 0.36, 0.004},   {27, 0.6, 0.007},   {56, 0.08, 0.019},
    {56, 0.04, 0.007},  {56, 0.19, 0.005},   {56, -0.06, 0.004}, {58, -0.18, 0.020},
    {58, 0.0, 0.018},   {58, 0.0, 0.019},    {58, -0.28, 0.022}, {58, -0.04, 0.020},
    {58, -0.3, 0.021},  {58, 0.07, 0.006},   {58, 0.0, 0.007},   {58, 0.05, 0.007},
    {58, -0.08, 0.007}, {58, -0.09, 0.007},  {71, 0.3, 0.015},   {71, 0.98, 0.011},
    {71, 1.19, 0.010},  {86, -0.07, 0.001},  {86, -0.05, 0.001}, {86, -0.01, 0.001},
    {86, 0.02, 0.001},  {86, -0.03, 0.001},  {86, 0.0, 0.001},   {86, 0.01, 0.001},
    {86, -0.1, 0.001},  {91, 0.5, 0.010},    {91, 0.66, 0.011},  {91, 0.2, 0.010},
    {91, 0.0, 0.009},   {91, 0.05, 0.013},   {91, 0.07, 0.013},  {108, -0.52, 0.031},
    {108, 0.7, 0.031},  {108, -0.03, 0.030}, {108, 0.27, 0.030}, {108, -0.34, 0.030},
    {644, 0.12, 0.087}, {644, 0.61, 0.082},  {644, 0.04, 0.067}, {644, -0.05, 0.067}};

class ThreeLevels : public testing::Test {
 protected:
  ThreeLevels() {
    for (const auto& row : kCalendars) {
      effects_.push_back({row.value, row.variance});
      districts_.push_back(row.district);
    }
  }

  std::vector<EffectEstimate> effects_;
  std::vector<std::int64_t> districts_;
};

TEST_F(ThreeLevels, AreAsPublished) {  // rma.mv(yi, vi, random = ~ 1 | district/school) of metafor
  const auto pooled = pool_nested(effects_, districts_, 0.95).value();
  EXPECT_EQ(pooled.groups, 11);
  EXPECT_NEAR(pooled.normal.value, 0.1847, 5e-5);
  EXPECT_NEAR(pooled.between_groups, 0.0651, 5e-5);
  EXPECT_NEAR(pooled.within_groups, 0.0327, 5e-5);
  EXPECT_GT(pooled.by_groups.interval.width(), pooled.normal.interval.width());
}

TEST_F(ThreeLevels, DoNotDependOnTheOrder) {
  const auto pooled = pool_nested(effects_, districts_, 0.95).value();
  std::ranges::reverse(effects_);
  std::ranges::reverse(districts_);
  const auto reversed = pool_nested(effects_, districts_, 0.95).value();
  EXPECT_NEAR(reversed.normal.value, pooled.normal.value, 1e-9);
  EXPECT_NEAR(reversed.between_groups, pooled.between_groups, 1e-7);
}

TEST_F(ThreeLevels, SayLessThanAsManyEffectsOnTheirOwn) {
  const auto nested = pool_nested(effects_, districts_, 0.95).value();
  const auto flat = pool(effects_, {.interval = IntervalMethod::normal}).value();
  EXPECT_GT(nested.normal.standard_error, 1.5 * flat.mean.standard_error);
}

TEST_F(ThreeLevels, NeedGroupsOfMoreThanOne) {
  std::vector<std::int64_t> each(effects_.size());
  for (std::size_t i = 0; i < each.size(); ++i) each[i] = static_cast<std::int64_t>(i);
  EXPECT_FALSE(pool_nested(effects_, each, 0.95));
  EXPECT_FALSE(pool_nested(effects_, std::vector<std::int64_t>(effects_.size(), 1), 0.95));
  EXPECT_FALSE(pool_nested(effects_, std::vector<std::int64_t>{1, 2}, 0.95));
}

TEST_F(ThreeLevels, OfEffectsThatAgreeHaveNoVarianceOfTheirOwn) {
  for (auto& effect : effects_) effect.value = 0.2;
  const auto pooled = pool_nested(effects_, districts_, 0.95).value();
  EXPECT_EQ(pooled.between_groups, 0);
  EXPECT_EQ(pooled.within_groups, 0);
  EXPECT_NEAR(pooled.normal.value, 0.2, 1e-12);
}

}  // namespace
}  // namespace tributary::evidence
