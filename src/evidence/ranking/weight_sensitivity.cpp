#include "evidence/ranking/weight_sensitivity.h"

#include <algorithm>
#include <cmath>

namespace tributary::evidence {

namespace {

/// An option's score while one weight moves: a straight line.
struct ScoreLine {
  double at_zero = 0;
  double at_one = 0;

  [[nodiscard]] double at(double weight) const { return at_zero + weight * (at_one - at_zero); }
};

std::vector<ScoreLine> score_lines(const Contributions& parts, Weights weights,
                                   std::size_t criterion) {
  const double others = 1 - weights[criterion];
  const bool alone = others <= kTieTolerance;
  for (std::size_t other = 0; other < weights.size(); ++other) {
    if (alone) {
      weights[other] = 1 / static_cast<double>(weights.size() - 1);
    } else {
      weights[other] /= others;
    }
  }
  weights[criterion] = 0;
  std::vector<ScoreLine> lines;
  const auto without = weighted_scores(parts, weights);
  for (std::size_t option = 0; option < parts.options; ++option) {
    lines.push_back({without[option], parts.of(option)[criterion]});
  }
  return lines;
}

/// Of the options that lead at `weight`, the one that gains most when the weight moves on in
/// `direction`.
std::size_t leader_beyond(const std::vector<ScoreLine>& lines, double weight, double direction,
                          double tolerance) {
  double top = lines.front().at(weight);
  for (const auto& line : lines) top = std::max(top, line.at(weight));
  const auto gain = [&](const ScoreLine& line) { return direction * (line.at_one - line.at_zero); };
  const ScoreLine* best = nullptr;
  for (const auto& line : lines) {
    if (top - line.at(weight) > tolerance) continue;
    if (best == nullptr || gain(line) > gain(*best)) best = &line;
  }
  return static_cast<std::size_t>(best - lines.data());
}

double but_for_rounding(double difference, double tolerance) {
  return std::abs(difference) <= tolerance ? 0 : difference;
}

WeightRange range_of(double weight, const std::vector<ScoreLine>& lines, std::size_t first,
                     double tolerance) {
  WeightRange range{.weight = weight, .unchanged = {0, 1}};
  for (const auto& line : lines) {
    const double ahead_at_zero = but_for_rounding(lines[first].at_zero - line.at_zero, tolerance);
    const double ahead_at_one = but_for_rounding(lines[first].at_one - line.at_one, tolerance);
    const double slope = ahead_at_one - ahead_at_zero;
    if (std::abs(slope) <= tolerance) continue;  // they keep their distance
    const bool is_level = std::abs(lines[first].at(weight) - line.at(weight)) <= tolerance;
    const double crossing = is_level ? weight : -ahead_at_zero / slope;
    if (is_level || slope > 0) range.unchanged.low = std::max(range.unchanged.low, crossing);
    if (is_level || slope < 0) range.unchanged.high = std::min(range.unchanged.high, crossing);
  }
  if (const double low = range.unchanged.low; low > 0) {
    range.below = leader_beyond(lines, low, -1, tolerance);
  }
  if (const double high = range.unchanged.high; high < 1) {
    range.above = leader_beyond(lines, high, 1, tolerance);
  }
  return range;
}

}  // namespace

Result<std::vector<WeightRange>> weight_sensitivity(const Contributions& parts,
                                                    std::span<const double> weights) {
  const auto normalised = TRY(normalised_weights(weights, parts.criteria));
  const auto first = placed(weighted_scores(parts, normalised)).front().option;
  double largest = 0;
  for (const double value : parts.values) largest = std::max(largest, std::abs(value));
  if (parts.criteria == 1) return std::vector{WeightRange{.weight = 1, .unchanged = {1, 1}}};
  std::vector<WeightRange> ranges;
  for (std::size_t criterion = 0; criterion < parts.criteria; ++criterion) {
    const auto lines = score_lines(parts, normalised, criterion);
    ranges.push_back(range_of(normalised[criterion], lines, first, kTieTolerance * largest));
  }
  return ranges;
}

}  // namespace tributary::evidence
