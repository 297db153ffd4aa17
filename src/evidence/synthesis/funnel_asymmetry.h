// evidence/synthesis/funnel_asymmetry.h
//
// Whether small studies found more than large ones, as when those that found little stayed in a
// drawer.
//
// Egger's regression (Egger et al. 1997): value/se = intercept + slope·(1/se), by least squares;
// without asymmetry the intercept is 0. It can be so for other reasons (small pilots may be better
// run), and with few studies it sees little. Pure functions; safe to call from any thread.
#pragma once

#include <span>

#include "evidence/synthesis/synthesis.h"

namespace tributary::evidence {

/// Fewer studies than this cannot tell asymmetry from chance (Sterne et al. 2011); the caller says
/// so beside the figures.
inline constexpr std::size_t kStudiesForAsymmetry = 10;

struct FunnelAsymmetry {
  MeanEffect intercept;  ///< by t with `degrees_of_freedom`
  double degrees_of_freedom = 0;
  double at_no_error = 0;  ///< the slope: what a study without sampling error would find
};

/// Errors: `invalid_argument` for effects that cannot be, fewer than three, and all of one
/// precision.
Result<FunnelAsymmetry> funnel_asymmetry(std::span<const EffectEstimate> effects,
                                         double confidence);

}  // namespace tributary::evidence
