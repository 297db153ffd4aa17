#include "ecosystem/pilot/learner_figures.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace tributary::ecosystem {
namespace {

constexpr std::size_t kArms = 2;

/// Of numbers in their order.
struct Moments {
  double mean = 0;
  double sum_of_squares = 0;  ///< about the mean
};

Moments moments_of(std::span<const double> numbers) {
  Moments moments;
  for (const auto number : numbers) moments.mean += number;
  moments.mean /= static_cast<double>(numbers.size());
  for (const auto number : numbers) {
    moments.sum_of_squares += (number - moments.mean) * (number - moments.mean);
  }
  return moments;
}

ArmSummary summary_of(std::span<const double> before, std::span<const double> after) {
  ArmSummary summary{.learners = static_cast<std::int64_t>(after.size())};
  const auto degrees = static_cast<double>(after.size() - 1);
  const auto end = moments_of(after);
  summary.mean_after = end.mean;
  summary.deviation_after = std::sqrt(end.sum_of_squares / degrees);
  if (before.size() != after.size()) return summary;
  const auto start = moments_of(before);
  summary.mean_before = start.mean;
  summary.deviation_before = std::sqrt(start.sum_of_squares / degrees);
  double products = 0;
  for (std::size_t at = 0; at < after.size(); ++at) {
    products += (before[at] - start.mean) * (after[at] - end.mean);
  }
  const auto scale = std::sqrt(start.sum_of_squares * end.sum_of_squares);
  if (scale > 0) summary.correlation = std::clamp(products / scale, -1.0, 1.0);
  return summary;
}

/// Of a share.
ArmSummary counts_of(std::span<const double> after) {
  return {.learners = static_cast<std::int64_t>(after.size()),
          .events = std::ranges::count(after, 1.0)};
}

}  // namespace

LearnerFigures::LearnerFigures(const PilotProtocol& protocol)
    : compares_changes_(compares_changes(protocol.design)),
      arms_(kArms * protocol.outcomes.size()) {
  for (const auto& outcome : protocol.outcomes) {
    outcomes_.push_back({outcome.name, outcome.kind == OutcomeKind::share});
  }
}

void LearnerFigures::add(const MeasuredLearner& row) {
  const bool needs_before = compares_changes_ && !outcomes_[row.outcome].is_share;
  if (!row.after || (needs_before && !row.before)) return;
  auto& arm = arms_[kArms * row.outcome + static_cast<std::size_t>(row.arm)];
  arm.after.push_back(*row.after);
  if (row.before) arm.before.push_back(*row.before);
  if (!row.group) return;
  if (*row.group >= arm.has_group.size()) arm.has_group.resize(*row.group + 1);
  if (arm.has_group[*row.group]) return;
  arm.has_group[*row.group] = true;
  ++arm.groups;
}

std::vector<ArmSummary> LearnerFigures::summaries() const {
  std::vector<ArmSummary> summaries;
  for (std::size_t at = 0; at < arms_.size(); ++at) {
    const auto& arm = arms_[at];
    if (arm.after.size() < 2) continue;
    const auto& outcome = outcomes_[at / kArms];
    auto summary = outcome.is_share ? counts_of(arm.after) : summary_of(arm.before, arm.after);
    summary.outcome = outcome.name;
    summary.arm = static_cast<Arm>(at % kArms);
    summary.groups = arm.groups;
    summaries.push_back(std::move(summary));
  }
  return summaries;
}

}  // namespace tributary::ecosystem
