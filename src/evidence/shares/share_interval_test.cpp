#include "evidence/shares/share_interval.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace tributary::evidence {
namespace {

void expect_interval(const Result<Interval>& found, double low, double high) {
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->low, low, 5e-5);
  EXPECT_NEAR(found->high, high, 5e-5);
}

// The four cases of Newcombe (1998), Statistics in Medicine 17, table I; here to the four decimals
// given there.
TEST(WilsonInterval, IsThePublishedOne) {
  expect_interval(wilson_interval({81, 263}), 0.2553, 0.3662);
  expect_interval(wilson_interval({15, 148}), 0.0624, 0.1605);
  expect_interval(wilson_interval({0, 20}), 0, 0.1611);
  expect_interval(wilson_interval({1, 29}), 0.0061, 0.1718);
}

TEST(ClopperPearsonInterval, IsThePublishedOne) {
  expect_interval(clopper_pearson_interval({81, 263}), 0.2527, 0.3676);
  expect_interval(clopper_pearson_interval({15, 148}), 0.0578, 0.1617);
  expect_interval(clopper_pearson_interval({0, 20}), 0, 0.1684);
  expect_interval(clopper_pearson_interval({1, 29}), 0.0009, 0.1776);
}

TEST(ShareIntervals, EndAtOneWhereAllArePart) {
  EXPECT_EQ(wilson_interval({29, 29})->high, 1);
  EXPECT_EQ(clopper_pearson_interval({29, 29})->high, 1);
  EXPECT_EQ(wilson_interval({0, 29})->low, 0);
}

TEST(ShareIntervals, SayWhatIsNoShare) {
  for (const auto interval : {wilson_interval, clopper_pearson_interval}) {
    EXPECT_EQ(interval({0, 0}, 0.95).error().code, ErrorCode::unmet);
    EXPECT_EQ(interval({5, 4}, 0.95).error().message, "5 are no part of 4");
    EXPECT_FALSE(interval({1, 2}, 1.0));
    EXPECT_FALSE(interval({1, 2}, std::nan("")));
  }
}

/// How often the interval holds `truth`, over all that can be drawn.
template <class IntervalOf>
double coverage(std::uint64_t n, double truth, const IntervalOf& interval_of) {
  double held = 0;
  for (std::uint64_t k = 0; k <= n; ++k) {
    const auto interval = *interval_of({k, n}, kUsualLevel);
    if (truth < interval.low || truth > interval.high) continue;
    const auto part = static_cast<double>(k), whole = static_cast<double>(n);
    held +=
        std::exp(std::lgamma(whole + 1) - std::lgamma(part + 1) - std::lgamma(whole - part + 1) +
                 part * std::log(truth) + (whole - part) * std::log1p(-truth));
  }
  return held;
}

RC_GTEST_PROP(ClopperPearsonInterval, HoldsTheTruthAtLeastAsOftenAsItSays, ()) {
  const auto n = *rc::gen::inRange<std::uint64_t>(1, 80);
  const double truth = *rc::gen::inRange(1, 100) / 100.0;
  RC_ASSERT(coverage(n, truth, clopper_pearson_interval) >= kUsualLevel - 1e-9);
}

TEST(WilsonInterval, HoldsTheTruthAboutAsOftenAsItSays) {
  double sum = 0;
  for (int i = 1; i < 100; ++i) sum += coverage(40, i / 100.0, wilson_interval);
  EXPECT_NEAR(sum / 99, 0.95, 0.01);
}

RC_GTEST_PROP(ShareIntervals, AreMirroredForTheOtherPart, ()) {
  const auto whole = *rc::gen::inRange<std::uint64_t>(1, 500);
  const auto part = *rc::gen::inRange<std::uint64_t>(0, whole + 1);
  for (const auto interval : {wilson_interval, clopper_pearson_interval}) {
    const auto one = *interval({part, whole}, 0.9), other = *interval({whole - part, whole}, 0.9);
    RC_ASSERT(std::abs(one.low + other.high - 1) < 1e-9);
    RC_ASSERT(one.low <= static_cast<double>(part) / static_cast<double>(whole));
    RC_ASSERT(one.high >= static_cast<double>(part) / static_cast<double>(whole));
  }
}

}  // namespace
}  // namespace tributary::evidence
