// evidence/distribution/power_distributions.h
//
// The distributions behind exact intervals of shares and behind the power of a t test.
//
//   beta_quantile(0.025, 81, 183)  →  the lower Clopper–Pearson bound of 81 of 263
//
// Arguments are checked by those who call. Pure functions; safe to call from any thread.
#pragma once

namespace tributary::evidence {

[[nodiscard]] double beta_quantile(double probability, double alpha, double beta);

/// The probability that a t with `noncentrality` δ lies above c, `value`: E Φ(δ − c·s), s² being a
/// χ² over its ν degrees of freedom; by Gauss–Legendre quadrature, for any δ. As a normal from a
/// million degrees of freedom on, where they differ by less than 10⁻⁶. REQUIRES: value > 0,
/// degrees_of_freedom ≥ 1.
[[nodiscard]] double noncentral_student_upper(double value, double degrees_of_freedom,
                                              double noncentrality);

}  // namespace tributary::evidence
