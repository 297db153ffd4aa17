// ecosystem/pilot/outcome_reader.h
//
// Reads the stored text of what was measured, of learners or of arms, piece by piece, and has the
// figures of each arm by a protocol.
//
//   OutcomeReader reader(protocol);
//   for (const auto& piece : pieces) TRY(reader.read(piece));
//   reader.summaries()
//
// Of learners it holds what LearnerFigures does. Not thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "ecosystem/pilot/learner_figures.h"
#include "ecosystem/pilot/name_table.h"
#include "ecosystem/pilot/outcome_data.h"

namespace tributary::ecosystem {

class OutcomeReader {
 public:
  /// REQUIRES: the protocol outlives it.
  explicit OutcomeReader(const PilotProtocol& protocol) : protocol_(protocol), figures_(protocol) {}

  /// REQUIRES: pieces are whole lines, in their order. Errors: `corrupt` naming the line.
  Result<> read(std::string_view piece);

  [[nodiscard]] bool is_of_learners() const { return kind_ == Kind::learners; }
  /// Behind the header.
  [[nodiscard]] std::int64_t rows() const { return lines_ > 0 ? lines_ - 1 : 0; }

  /// By outcome in the protocol's order, treated before control. Outcomes that are not of the
  /// protocol are left out, and figures that are not of the kind the outcome has in it.
  [[nodiscard]] std::vector<ArmSummary> summaries() const;

 private:
  enum class Kind : std::uint8_t { unknown, learners, arms, counts };
  class Cells;

  Result<> read_header(std::string_view line);
  Result<> read_learner(const Cells& cells);
  Result<> read_arm(const Cells& cells);
  [[nodiscard]] std::unexpected<Error> damaged() const;
  [[nodiscard]] Result<Arm> arm_of(std::string_view name) const;
  [[nodiscard]] Result<std::optional<double>> number_of_cell(std::string_view cell) const;
  [[nodiscard]] Result<double> filled_number(std::string_view cell) const;

  const PilotProtocol& protocol_;
  Kind kind_ = Kind::unknown;
  std::int64_t lines_ = 0;
  NameTable groups_;
  LearnerFigures figures_;
  std::vector<ArmSummary> arms_;  ///< as they came
};

}  // namespace tributary::ecosystem
