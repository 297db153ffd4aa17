#include "evidence/ranking/weights.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace tributary::evidence {

Weights equal_weights(std::size_t criteria) {
  return Weights(criteria, 1 / static_cast<double>(criteria));
}

Weights rank_order_centroid_weights(std::size_t criteria) {
  Weights weights(criteria);
  double sum = 0;
  for (std::size_t place = criteria; place-- > 0;) {
    sum += 1 / static_cast<double>(place + 1);
    weights[place] = sum / static_cast<double>(criteria);
  }
  return weights;
}

Result<Weights> swing_weights(std::span<const double> points) {
  // By the largest first, as the sum of finite numbers may be infinite.
  double largest = 0;
  for (std::size_t criterion = 0; criterion < points.size(); ++criterion) {
    if (!std::isfinite(points[criterion]) || points[criterion] < 0) {
      return fail(ErrorCode::invalid_argument, "the weight is no number from 0 on",
                  fmt::format("criterion {}", criterion + 1));
    }
    largest = std::max(largest, points[criterion]);
  }
  if (largest == 0) return fail(ErrorCode::invalid_argument, "no criterion has a weight above 0");
  Weights weights(points.begin(), points.end());
  double sum = 0;
  for (auto& weight : weights) sum += weight /= largest;
  for (auto& weight : weights) weight /= sum;
  return weights;
}

Result<Weights> normalised_weights(std::span<const double> weights, std::size_t criteria) {
  if (weights.size() != criteria) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("{} weights for {} criteria", weights.size(), criteria));
  }
  return swing_weights(weights);
}

}  // namespace tributary::evidence
