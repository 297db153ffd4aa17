#include "evidence/diffusion/bass_curve.h"

#include <cmath>

namespace tributary::evidence {

namespace {

/// What both curves are made of: decay e = e^(−(p+q)t) and u = (q/p)·e.
struct BassTerms {
  double m, p, q, sum, decay, u;

  BassTerms(const BassLogs& logs, double t)
      : m(std::exp(logs[0])),
        p(std::exp(logs[1])),
        q(std::exp(logs[2])),
        sum(p + q),
        decay(std::exp(-sum * t)),
        u(q / p * decay) {}
};

}  // namespace

BassPoint bass_density(const BassLogs& logs, double t) {
  const BassTerms at(logs, t);
  const double value = at.m * at.sum * at.sum / at.p * at.decay / ((1 + at.u) * (1 + at.u));
  const double share = at.u / (1 + at.u);
  const double by_p = 2 / at.sum - 1 / at.p - t + 2 * share * (1 / at.p + t);
  const double by_q = 2 / at.sum - t - 2 * share * (1 / at.q - t);
  return {value, value * Eigen::Vector3d(1, at.p * by_p, at.q * by_q)};
}

BassPoint bass_cumulative(const BassLogs& logs, double t) {
  const BassTerms at(logs, t);
  const double share = (1 - at.decay) / (1 + at.u);
  const double u_by_p = at.u * (-1 / at.p - t), u_by_q = at.u * (1 / at.q - t);
  const double by_p = (t * at.decay - share * u_by_p) / (1 + at.u);
  const double by_q = (t * at.decay - share * u_by_q) / (1 + at.u);
  return {at.m * share, at.m * Eigen::Vector3d(share, at.p * by_p, at.q * by_q)};
}

double bass_peak(const BassLogs& logs) {
  return (logs[2] - logs[1]) / (std::exp(logs[1]) + std::exp(logs[2]));
}

}  // namespace tributary::evidence
