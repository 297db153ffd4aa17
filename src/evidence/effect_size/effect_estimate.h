// evidence/effect_size/effect_estimate.h
//
// What every effect size comes to: a value and its sampling variance, on a scale where values are
// added up.
#pragma once

namespace tributary::evidence {

struct EffectEstimate {
  double value = 0;
  double variance = 0;  ///< of the sampling error; above 0
  bool operator==(const EffectEstimate&) const = default;
};

}  // namespace tributary::evidence
