// evidence/design/power.h
//
// What a pilot can and cannot detect, told before it starts; and how large it has to be.
//
//   const PilotDesign design = IndividuallyRandomised{.learners = {64, 64}};
//   TRY(power_of(design, 0.5))                →  0.8015
//   TRY(minimum_detectable_effect(design))    →  0.499
//   TRY(smallest_sample(design, 0.5))         →  64 and 64
//
// Two-sided t tests, power by the non-central t distribution. Pure functions; safe to call from any
// thread.
#pragma once

#include "base/result.h"
#include "evidence/design/pilot_design.h"

namespace tributary::evidence {

inline constexpr double kSmallestSignificance = 1e-12;

struct TestTerms {
  double significance = 0.05;  ///< two-sided
  double power = 0.8;
};

/// The probability that the test rejects where the standardised effect is `effect`; either sign.
/// Errors: those of precision_of(); `invalid_argument` for an effect that is no finite number or a
/// significance below kSmallestSignificance or not below 1.
Result<double> power_of(const PilotDesign& design, double effect, double significance = 0.05);

/// The smallest standardised effect that is found with the wanted power.
/// Errors: those of precision_of(); `invalid_argument` unless kSmallestSignificance ≤ significance
/// < power < 1.
Result<double> minimum_detectable_effect(const PilotDesign& design, const TestTerms& terms = {});

/// 2.8 standard errors: the rule of thumb for 80 % power and 5 % significance, which is too small
/// with few degrees of freedom (Bloom 1995; Gelman and Hill 2007, ch. 20).
[[nodiscard]] double rule_of_thumb_effect(const Precision& precision);

struct SampleSize {
  Arms arms;         ///< learners, clusters or pairs; a design without control has none there
  double power = 0;  ///< at that size; at least what was asked for
};

/// More than this are not tried.
inline constexpr std::uint64_t kLargestSample = 1'000'000'000;

/// The smallest size of the treated arm with which the effect is found with the wanted power, all
/// else as in `design`: the control arm keeps its proportion to it, rounded up. Errors: as above;
/// `invalid_argument` for an effect of 0 and for arms of which one is empty; `unmet` where
/// kLargestSample is not enough.
Result<SampleSize> smallest_sample(const PilotDesign& design, double effect,
                                   const TestTerms& terms = {});

}  // namespace tributary::evidence
