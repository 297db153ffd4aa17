// ecosystem/pilot/learner_figures.h
//
// What rows of learners come to, arm by arm and outcome by outcome, collected row by row.
//
//   LearnerFigures figures(protocol);
//   figures.add({.arm = Arm::treated, .outcome = 0, .before = 4, .after = 7});
//   figures.summaries()
//
// 16 bytes a row are kept, as deviations are taken about means that are known at the end only. The
// same rows in the same order give the same figures to the last bit. Not thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ecosystem/pilot/outcome_data.h"

namespace tributary::ecosystem {

/// One learner and one outcome. What was not measured is not there, which is not 0.
struct MeasuredLearner {
  Arm arm = Arm::treated;
  std::size_t outcome = 0;              ///< in the protocol's order
  std::optional<std::uint32_t> group;   ///< by its number in some NameTable
  std::optional<double> before, after;  ///< of a share: after alone, 1 for yes and 0 for no
};

class LearnerFigures {
 public:
  explicit LearnerFigures(const PilotProtocol& protocol);

  /// Counts those alone who have all that the design compares.
  void add(const MeasuredLearner& row);

  /// By outcome in the protocol's order, treated before control; an arm of fewer than two is not
  /// there.
  [[nodiscard]] std::vector<ArmSummary> summaries() const;

 private:
  struct OneArm {
    std::vector<double> before, after;
    std::vector<bool> has_group;  ///< by number
    std::int64_t groups = 0;
  };
  struct OneOutcome {
    std::string name;
    bool is_share = false;
  };

  std::vector<OneOutcome> outcomes_;
  bool compares_changes_;
  std::vector<OneArm> arms_;  ///< two an outcome
};

}  // namespace tributary::ecosystem
