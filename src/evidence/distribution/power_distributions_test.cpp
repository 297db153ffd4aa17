#include "evidence/distribution/power_distributions.h"

#include <gtest/gtest.h>

#include <cmath>

namespace tributary::evidence {
namespace {

// scipy 1.12, scipy.stats.nct.sf.
TEST(NoncentralStudent, IsThatOfAnotherImplementation) {
  EXPECT_NEAR(noncentral_student_upper(2, 8, 3), 0.8296584427, 1e-9);
  EXPECT_NEAR(noncentral_student_upper(12.706, 1, 20), 0.8834002965, 1e-9);
  EXPECT_NEAR(noncentral_student_upper(2, 50, -1), 0.0016774008765, 1e-12);
  EXPECT_NEAR(noncentral_student_upper(1.96, 1e5, 2.8), 0.7995449188, 1e-9);
}

TEST(NoncentralStudent, GoesToNeverAndToCertainty) {
  EXPECT_EQ(noncentral_student_upper(2, 3, -1e9), 0);
  EXPECT_EQ(noncentral_student_upper(2, 3, 1e9), 1);
  EXPECT_NEAR(noncentral_student_upper(1e6, 1, 1e9), 1, 1e-12);
}

TEST(NoncentralStudent, BecomesANormalWithoutAStep) {
  EXPECT_NEAR(noncentral_student_upper(1.96, 999'999, 2.8),
              noncentral_student_upper(1.96, 1'000'001, 2.8), 1e-6);
}

// Without shift it is Student's: with one degree of freedom 1/2 − arctan(c)/π, with two 1/2 −
// c/(2√(2 + c²)).
TEST(NoncentralStudent, WithoutShiftIsStudents) {
  EXPECT_NEAR(noncentral_student_upper(3, 1, 0), 0.5 - std::atan(3.0) / std::acos(-1.0), 1e-12);
  EXPECT_NEAR(noncentral_student_upper(3, 2, 0), 0.5 - 3 / (2 * std::sqrt(11.0)), 1e-12);
}

}  // namespace
}  // namespace tributary::evidence
