// evidence/diffusion/bass_curve.h
//
// The Bass curve and how it moves with its parameters; those are the logarithms of m, p and q, so
// that none becomes negative. Pure functions; safe to call from any thread.
#pragma once

#include <Eigen/Core>

namespace tributary::evidence {

using BassLogs = Eigen::Vector3d;

struct BassPoint {
  double value = 0;
  Eigen::Vector3d gradient;  ///< by the logarithms of m, p and q
};

/// m·f(t), adopters per period.
[[nodiscard]] BassPoint bass_density(const BassLogs& logs, double t);

/// m·F(t), adopters up to t.
[[nodiscard]] BassPoint bass_cumulative(const BassLogs& logs, double t);

/// ln(q/p)/(p + q).
[[nodiscard]] double bass_peak(const BassLogs& logs);

}  // namespace tributary::evidence
