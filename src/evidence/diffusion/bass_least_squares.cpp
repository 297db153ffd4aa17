#include "evidence/diffusion/bass_least_squares.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <vector>

namespace tributary::evidence {

namespace {

constexpr std::size_t kStarts = 4;
constexpr double kRightAngle = 1e-9;  // the cosine that is taken for 0
constexpr double kNearlyRight =
    1e-5;  // and where no step helps any more, so that rounding hides the rest
constexpr double kNoResidual = 1e-26;  // squares over those of the series

/// The curve beside the series: JᵀJ, Jᵀr and r².
struct Residuals {
  Eigen::Matrix3d curvature = Eigen::Matrix3d::Zero();
  Eigen::Vector3d gradient = Eigen::Vector3d::Zero();
  double squares = 0;

  Residuals(std::span<const double> adopters, const BassLogs& logs) {
    for (std::size_t i = 0; i < adopters.size(); ++i) {
      const auto point = bass_density(logs, static_cast<double>(i + 1));
      const double residual = adopters[i] - point.value;
      curvature += point.gradient * point.gradient.transpose();
      gradient += point.gradient * residual;
      squares += residual * residual;
    }
  }

  /// The largest cosine between the residuals and a direction in which the curve moves.
  [[nodiscard]] double steepness() const {
    double steepest = 0;
    for (int i = 0; i < 3; ++i) {
      const double lengths = std::sqrt(curvature(i, i) * squares);
      if (lengths > 0) steepest = std::max(steepest, std::abs(gradient[i]) / lengths);
    }
    return steepest;
  }
};

double squares_of(std::span<const double> adopters) {
  double sum = 0;
  for (const double value : adopters) sum += value * value;
  return sum;
}

struct Start {
  BassLogs logs;
  double squares = 0;
};

/// Curves whose pace and shape span what a series of this length can show, each with its best m.
std::vector<Start> best_starts(std::span<const double> adopters) {
  std::vector<Start> starts;
  for (const double pace : {1.0, 2.0, 4.0, 8.0, 16.0, 32.0}) {
    for (const double ratio : {0.5, 2.0, 8.0, 32.0, 128.0, 512.0, 2048.0, 8192.0}) {
      const double sum = pace / static_cast<double>(adopters.size());
      BassLogs logs(0, std::log(sum / (1 + ratio)), std::log(sum * ratio / (1 + ratio)));
      double shared = 0, own = 0;
      for (std::size_t i = 0; i < adopters.size(); ++i) {
        const double value = bass_density(logs, static_cast<double>(i + 1)).value;
        shared += value * adopters[i];
        own += value * value;
      }
      if (!(shared > 0)) continue;
      logs[0] = std::log(shared / own);
      starts.push_back({logs, Residuals(adopters, logs).squares});
    }
  }
  std::ranges::sort(starts, {}, &Start::squares);
  starts.resize(std::min(starts.size(), kStarts));
  return starts;
}

BassMinimum descend(std::span<const double> adopters, BassLogs logs) {
  const double exact = kNoResidual * squares_of(adopters);
  double damping = 1e-3;
  Residuals here(adopters, logs);
  for (int step = 0; step < kMostBassSteps; ++step) {
    if (here.squares <= exact || here.steepness() < kRightAngle) {
      return {logs, here.squares, here.curvature, true};
    }
    Eigen::Matrix3d damped = here.curvature;
    damped.diagonal() *= 1 + damping;
    const Eigen::Vector3d move = damped.ldlt().solve(here.gradient);
    const Residuals there(adopters, logs + move);
    if (there.squares < here.squares) {
      logs += move;
      here = there;
      damping = std::max(damping / 5, 1e-12);
    } else if (damping > 1e12) {
      return {logs, here.squares, here.curvature, here.steepness() < kNearlyRight};
    } else {
      damping *= 4;
    }
  }
  return {logs, here.squares, here.curvature, false};
}

}  // namespace

BassMinimum least_squares_bass(std::span<const double> adopters) {
  BassMinimum best;
  bool has_any = false;
  for (const auto& start : best_starts(adopters)) {
    auto minimum = descend(adopters, start.logs);
    if (has_any && !(minimum.squares < best.squares)) continue;
    best = minimum;
    has_any = true;
  }
  return best;
}

}  // namespace tributary::evidence
