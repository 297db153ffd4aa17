// evidence/distribution/distributions.h
//
// The distributions behind intervals and p values, from Boost.Math, whose headers are read in one
// source alone.
//
//   student_quantile(0.975, 12)  →  2.1788
//
// Arguments are checked by those who call: degrees of freedom above 0, probabilities strictly
// between 0 and 1. Pure functions; safe to call from any thread.
#pragma once

namespace tributary::evidence {

[[nodiscard]] double normal_probability(double z);         ///< Φ(z)
[[nodiscard]] double normal_quantile(double probability);  ///< Φ⁻¹
[[nodiscard]] double student_quantile(double probability, double degrees_of_freedom);
[[nodiscard]] double chi_squared_quantile(double probability, double degrees_of_freedom);

/// The probability of something at least as far from 0 as the statistic, in either direction.
[[nodiscard]] double normal_two_sided(double z);
[[nodiscard]] double student_two_sided(double t, double degrees_of_freedom);

/// The probability of something at least as large.
[[nodiscard]] double chi_squared_upper(double value, double degrees_of_freedom);
[[nodiscard]] double fisher_upper(double value, double numerator, double denominator);

}  // namespace tributary::evidence
