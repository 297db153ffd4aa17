// evidence/diffusion/bass_least_squares.h
//
// The least squares behind fit_bass(): a grid of curves to begin with, then Levenberg and
// Marquardt's steps from the best of them. A pure function; safe to call from any thread.
#pragma once

#include <Eigen/Core>
#include <span>

#include "evidence/diffusion/bass_curve.h"

namespace tributary::evidence {

inline constexpr int kMostBassSteps = 500;

struct BassMinimum {
  BassLogs logs;
  double squares = 0;         ///< the sum of squared residuals
  Eigen::Matrix3d curvature;  ///< JᵀJ there
  bool converged = false;     ///< residuals are at right angles to the curve's directions
};

/// REQUIRES: finite numbers from 0 on, of which the largest is 1.
[[nodiscard]] BassMinimum least_squares_bass(std::span<const double> adopters);

}  // namespace tributary::evidence
