// evidence/synthesis/meta_regression.h
//
// Which properties of studies go with larger effects: a regression on one or more moderators, with
// variance between studies that the moderators do not explain.
//
//   const auto found = TRY(regress(effects, {latitudes}, {}));
//   found.coefficients[1].value  →  -0.0291 a degree
//
// What is found so is a difference between studies that were not assigned to their moderators: it
// suggests, and does not prove. Pure functions; safe to call from any thread.
#pragma once

#include "evidence/synthesis/synthesis.h"

namespace tributary::evidence {

struct MetaRegression {
  std::vector<MeanEffect> coefficients;  ///< the constant, then one a moderator, in their order
  double tau_squared = 0;                ///< that moderators leave
  double i_squared = 0;
  double q = 0, q_p_value = 1;  ///< of what moderators leave
  /// The share of τ² that moderators explain, 0 to 1; nothing where there was none to explain.
  std::optional<double> r_squared;
  /// Of all moderators together: F(numerator, denominator) by Hartung and Knapp, else χ² with
  /// `numerator`.
  double omnibus = 0, omnibus_numerator = 0;
  std::optional<double> omnibus_denominator;
  double omnibus_p_value = 1;
};

/// `moderators`: a value for each effect in each. Errors: `invalid_argument` for effects or values
/// that cannot be, fewer effects than coefficients and one more, and moderators that depend on one
/// another or never differ; those of estimate_tau_squared(). `options.model` has to be random
/// effects.
Result<MetaRegression> regress(std::span<const EffectEstimate> effects,
                               std::span<const std::vector<double>> moderators,
                               const SynthesisOptions& options);

}  // namespace tributary::evidence
