// ecosystem/pilot/outcome_data.h
//
// What was measured in a pilot: learner by learner under pseudonyms, or as the figures of each arm.
//
// Data have one text, which is stored and hashed: a header and a line for each learner and outcome,
// or for each arm and outcome, cells with tabs between them. The same data give the same bytes, and
// the text gives them back exactly: LearnerIntake writes it of learners, text_of() of figures,
// OutcomeReader reads both. Pure functions; safe to call from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ecosystem/pilot/protocol.h"

namespace tributary::ecosystem {

inline constexpr std::string_view kLearnersHeader = "learner\tarm\tgroup\toutcome\tbefore\tafter\n";
inline constexpr std::string_view kArmsHeader =
    "outcome\tarm\tlearners\tgroups\tmean before\tdeviation before\tmean after\tdeviation after\t"
    "correlation\n";
/// Where one of the outcomes is a share.
inline constexpr std::string_view kCountsHeader =
    "outcome\tarm\tlearners\tgroups\tevents\tmean before\tdeviation before\tmean after\t"
    "deviation after\tcorrelation\n";

/// A table of learners has at most so many rows.
inline constexpr std::int64_t kMostLearnerRows = 2'000'000;

/// One arm and one outcome, of the learners who have all that the design compares.
struct ArmSummary {
  std::string outcome;
  Arm arm = Arm::treated;
  std::int64_t learners = 0;
  std::int64_t groups = 0;  ///< 0: not told
  /// Of a share: how many it is true of; it has no means then. Of a measure: nothing.
  std::optional<std::int64_t> events;
  std::optional<double> mean_before, deviation_before;
  double mean_after = 0, deviation_after = 0;  ///< deviations with n − 1
  std::optional<double> correlation;           ///< of before and after
  bool operator==(const ArmSummary&) const = default;
};

/// Letters, digits, "-" and "_", with a digit and never more than three letters in a row, so that
/// no name and no mail address is one. Errors: `invalid_argument` with `field` as its context,
/// saying how a pseudonym looks; the refused text is not repeated.
Result<> check_pseudonym(std::string_view text, std::string field);

/// The refusal of an outcome that the protocol does not have, naming those that it has.
std::unexpected<Error> not_an_outcome_of(const PilotProtocol& protocol);

/// Errors: `invalid_argument` with the field as its context.
Result<> check_summary(const ArmSummary& summary, const PilotProtocol& protocol);

std::string text_of(std::span<const ArmSummary> arms);

}  // namespace tributary::ecosystem
