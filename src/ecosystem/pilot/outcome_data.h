// ecosystem/pilot/outcome_data.h
//
// What was measured in a pilot: learner by learner under pseudonyms, or as the figures of each arm.
//
//   const auto summaries = summaries_of(data);   // of rows too
//
// Data have one text, which is stored and hashed: the same data give the same bytes, and the text
// gives them back exactly. Pure functions; safe to call from any thread.
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

/// One learner and one outcome. What was not measured is not there, which is not 0.
struct LearnerRow {
  std::string learner;  ///< a pseudonym
  Arm arm = Arm::treated;
  std::string group;  ///< a pseudonym of the class or provider; may be empty where learners are
                      ///< assigned
  std::string outcome;
  std::optional<double> before, after;  ///< of a share: after alone, 1 for yes and 0 for no
  bool operator==(const LearnerRow&) const = default;
};

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

/// Either rows or summaries.
struct OutcomeData {
  std::vector<LearnerRow> rows;
  std::vector<ArmSummary> summaries;
  [[nodiscard]] bool is_of_learners() const { return !rows.empty(); }
  [[nodiscard]] bool empty() const { return rows.empty() && summaries.empty(); }
  bool operator==(const OutcomeData&) const = default;
};

/// Letters, digits, "-" and "_", with a digit and never more than three letters in a row, so that
/// no name and no mail address is one. Errors: `invalid_argument` with `field` as its context,
/// saying how a pseudonym looks; the refused text is not repeated.
Result<> check_pseudonym(std::string_view text, std::string field);

/// Whether the row can be of this protocol. Errors: `invalid_argument` naming the column.
Result<> check_row(const LearnerRow& row, const PilotProtocol& protocol);

/// Errors: `invalid_argument` with the field as its context.
Result<> check_summary(const ArmSummary& summary, const PilotProtocol& protocol);

/// By outcome in the protocol's order, treated before control. Of rows they are counted from those
/// that have all that the design compares; an arm of which fewer than two have it is not there.
std::vector<ArmSummary> summaries_of(const OutcomeData& data, const PilotProtocol& protocol);

std::string text_of(const OutcomeData& data);

/// Errors: `corrupt` naming the line.
Result<OutcomeData> data_from_text(std::string_view text);

}  // namespace tributary::ecosystem
