#include "evidence/design/power.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "evidence/distribution/distributions.h"
#include "evidence/distribution/power_distributions.h"

namespace tributary::evidence {

namespace {

Result<> check_significance(double significance) {
  if (significance >= kSmallestSignificance && significance < 1) return {};
  return fail(ErrorCode::invalid_argument,
              fmt::format("the significance lies from {} to below 1", kSmallestSignificance));
}

Result<> check_terms(const TestTerms& terms) {
  TRY(check_significance(terms.significance));
  if (terms.significance < terms.power && terms.power < 1) return {};
  return fail(ErrorCode::invalid_argument, "the power lies above the significance and below 1");
}

Result<> check_effect(double effect) {
  if (std::isfinite(effect)) return {};
  return fail(ErrorCode::invalid_argument, "the effect is no finite number");
}

double power_at(const Precision& precision, double effect, double significance) {
  const double critical = -student_quantile(significance / 2, precision.degrees_of_freedom);
  const double shift = std::abs(effect) / precision.standard_error;
  return std::min(1.0,
                  noncentral_student_upper(critical, precision.degrees_of_freedom, shift) +
                      noncentral_student_upper(critical, precision.degrees_of_freedom, -shift));
}

/// The least whole number from `low` on for which `is_enough`, which stays so from there; nothing
/// up to kLargestSample.
template <class Enough>
std::uint64_t least(std::uint64_t low, const Enough& is_enough) {
  std::uint64_t high = low;
  while (!is_enough(high)) {
    if (high >= kLargestSample) return 0;
    low = high + 1;
    high = std::min(high * 2, kLargestSample);
  }
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (is_enough(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return high;
}

/// The arms with `treated` in the treated one and as many controls to each as before.
Arms resized_arms(const Arms& arms, std::uint64_t treated) {
  const double controls_each =
      static_cast<double>(arms.control) / static_cast<double>(arms.treated);
  const double control = std::ceil(controls_each * static_cast<double>(treated) - 1e-9);
  return {treated, std::max<std::uint64_t>(2, static_cast<std::uint64_t>(control))};
}

/// What may be resized in each design.
Arms* arms_of(PilotDesign& design) {
  if (auto* found = std::get_if<PrePostControlled>(&design)) return &found->learners;
  if (auto* found = std::get_if<IndividuallyRandomised>(&design)) return &found->learners;
  if (auto* found = std::get_if<ClusterRandomised>(&design)) return &found->clusters;
  return nullptr;
}

std::uint64_t* count_of(PilotDesign& design) {
  if (auto* found = std::get_if<SingleGroup>(&design)) return &found->learners;
  if (auto* found = std::get_if<MatchedPairs>(&design)) return &found->pairs;
  return nullptr;
}

PilotDesign resized(PilotDesign design, std::uint64_t treated) {
  if (auto* arms = arms_of(design)) *arms = resized_arms(*arms, treated);
  if (auto* count = count_of(design)) *count = treated;
  return design;
}

}  // namespace

Result<double> power_of(const PilotDesign& design, double effect, double significance) {
  TRY(check_effect(effect));
  TRY(check_significance(significance));
  return power_at(TRY(precision_of(design)), effect, significance);
}

Result<double> minimum_detectable_effect(const PilotDesign& design, const TestTerms& terms) {
  TRY(check_terms(terms));
  const auto precision = TRY(precision_of(design));
  double low = 0, high = precision.standard_error;
  while (power_at(precision, high, terms.significance) < terms.power) {
    low = high;
    high *= 2;
  }
  while (high - low > 1e-12 * high) {
    const double middle = low + (high - low) / 2;
    (power_at(precision, middle, terms.significance) < terms.power ? low : high) = middle;
  }
  return high;
}

double rule_of_thumb_effect(const Precision& precision) { return 2.8 * precision.standard_error; }

Result<SampleSize> smallest_sample(const PilotDesign& design, double effect,
                                   const TestTerms& terms) {
  TRY(check_terms(terms));
  TRY(check_effect(effect));
  if (effect == 0) return fail(ErrorCode::invalid_argument, "no sample finds an effect of 0");
  auto shape = design;
  if (const auto* arms = arms_of(shape); arms != nullptr && (!arms->treated || !arms->control)) {
    return fail(ErrorCode::invalid_argument, "the arms give their proportion: neither is empty");
  }
  TRY(precision_of(resized(shape, 2)));
  const auto power_with = [&](std::uint64_t treated) {
    return power_at(*precision_of(resized(shape, treated)), effect, terms.significance);
  };
  const auto treated =
      least(2, [&](std::uint64_t size) { return power_with(size) >= terms.power; });
  if (treated == 0) {
    return fail(ErrorCode::unmet,
                fmt::format("even {} are too few for so small an effect", kLargestSample));
  }
  auto sized = resized(shape, treated);
  const auto* arms = arms_of(sized);
  return SampleSize{arms != nullptr ? *arms : Arms{treated, 0}, power_with(treated)};
}

}  // namespace tributary::evidence
