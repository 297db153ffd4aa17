// app/ecosystem/pilot_power.h
//
// What a pilot as planned can and cannot detect, told before it starts.
//
//   const auto power = power_of_pilot(protocol);
//   power.minimum_detectable_effect  →  0.51, or nothing and why
//
// Normal outcomes; two-sided tests at 5 %, 80 % power. Where groups are assigned in a design that
// is not by lot, the variance is taken larger by the design effect. Pure functions; safe to call
// from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ecosystem/pilot/protocol.h"

namespace tributary::app {

struct EffectPower {
  double effect = 0;
  double power = 0;                              ///< the probability that it is found
  std::optional<std::int64_t> treated_learners;  ///< that would find it in four of five pilots
};

struct PilotPower {
  std::optional<double> minimum_detectable_effect;  ///< in standard deviations of the outcome
  /// At that effect: that a treated learner does better than one of the control arm.
  /// The same of a share, where half of the control arm have it: the arcsines of two shares differ
  /// by as many standard errors as means do in standard deviations (Cohen 1988, chapter 6). Nothing
  /// without a control arm, or where not even everybody or nobody would be found.
  std::optional<double> share_difference;
  std::optional<double> probability_better;
  std::vector<EffectPower> effects;  ///< a small one, a middling one, a large one
  std::string why_not;               ///< nothing can be said; a sentence
};

PilotPower power_of_pilot(const ecosystem::PilotProtocol& protocol);

}  // namespace tributary::app
