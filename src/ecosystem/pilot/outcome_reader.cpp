#include "ecosystem/pilot/outcome_reader.h"

#include <array>

#include "ecosystem/pilot/exact_number.h"

namespace tributary::ecosystem {

namespace {

constexpr std::size_t kLearnerCells = 6, kArmCells = 9, kCountCells = 10;
constexpr std::size_t kMostCells = kCountCells;

}  // namespace

/// Those of one line.
class OutcomeReader::Cells {
 public:
  explicit Cells(std::string_view line) {
    for (;;) {
      const auto tab = line.find('\t');
      if (count_ < cells_.size()) cells_[count_] = line.substr(0, tab);
      ++count_;
      if (tab == std::string_view::npos) return;
      line.remove_prefix(tab + 1);
    }
  }
  [[nodiscard]] std::size_t count() const { return count_; }
  [[nodiscard]] std::string_view operator[](std::size_t cell) const { return cells_[cell]; }

 private:
  std::array<std::string_view, kMostCells> cells_;
  std::size_t count_ = 0;
};

std::unexpected<Error> OutcomeReader::damaged() const {
  return fail(ErrorCode::corrupt, "the data of a pilot are damaged",
              "line " + std::to_string(lines_));
}

Result<Arm> OutcomeReader::arm_of(std::string_view name) const {
  if (name == name_of(Arm::treated)) return Arm::treated;
  if (name == name_of(Arm::control)) return Arm::control;
  return damaged();
}

Result<std::optional<double>> OutcomeReader::number_of_cell(std::string_view cell) const {
  if (cell.empty()) return std::nullopt;
  const auto number = number_of(cell);
  if (!number) return damaged();
  return number;
}

Result<double> OutcomeReader::filled_number(std::string_view cell) const {
  const auto number = number_of(cell);
  if (!number) return damaged();
  return *number;
}

Result<> OutcomeReader::read(std::string_view piece) {
  while (!piece.empty()) {
    ++lines_;
    const auto end = piece.find('\n');
    if (end == std::string_view::npos) return damaged();
    const auto line = piece.substr(0, end);
    piece.remove_prefix(end + 1);
    if (kind_ == Kind::unknown) {
      TRY(read_header(line));
      continue;
    }
    const Cells cells(line);
    const auto expected = is_of_learners()        ? kLearnerCells
                          : kind_ == Kind::counts ? kCountCells
                                                  : kArmCells;
    if (cells.count() != expected) return damaged();
    TRY(is_of_learners() ? read_learner(cells) : read_arm(cells));
  }
  return {};
}

Result<> OutcomeReader::read_header(std::string_view line) {
  const auto is = [&](std::string_view header) {
    return line == header.substr(0, header.size() - 1);  // without its line end
  };
  if (is(kLearnersHeader)) {
    kind_ = Kind::learners;
  } else if (is(kArmsHeader)) {
    kind_ = Kind::arms;
  } else if (is(kCountsHeader)) {
    kind_ = Kind::counts;
  } else {
    return damaged();
  }
  return {};
}

Result<> OutcomeReader::read_learner(const Cells& cells) {
  MeasuredLearner row;
  row.arm = TRY(arm_of(cells[1]));
  row.before = TRY(number_of_cell(cells[4]));
  row.after = TRY(number_of_cell(cells[5]));
  while (row.outcome < protocol_.outcomes.size() &&
         protocol_.outcomes[row.outcome].name != cells[3]) {
    ++row.outcome;
  }
  if (row.outcome == protocol_.outcomes.size()) return {};
  if (!cells[2].empty()) row.group = groups_.number_of(cells[2]);
  figures_.add(row);
  return {};
}

Result<> OutcomeReader::read_arm(const Cells& cells) {
  ArmSummary arm{.outcome = std::string(cells[0])};
  arm.arm = TRY(arm_of(cells[1]));
  arm.learners = static_cast<std::int64_t>(TRY(filled_number(cells[2])));
  arm.groups = static_cast<std::int64_t>(TRY(filled_number(cells[3])));
  std::size_t at = 4;
  if (kind_ == Kind::counts) {
    const auto events = TRY(number_of_cell(cells[at++]));
    if (events) arm.events = static_cast<std::int64_t>(*events);
  }
  arm.mean_before = TRY(number_of_cell(cells[at]));
  arm.deviation_before = TRY(number_of_cell(cells[at + 1]));
  arm.mean_after = TRY(filled_number(cells[at + 2]));
  arm.deviation_after = TRY(filled_number(cells[at + 3]));
  arm.correlation = TRY(number_of_cell(cells[at + 4]));
  arms_.push_back(std::move(arm));
  return {};
}

std::vector<ArmSummary> OutcomeReader::summaries() const {
  if (is_of_learners()) return figures_.summaries();
  std::vector<ArmSummary> summaries;
  for (const auto& outcome : protocol_.outcomes) {
    const bool is_share = outcome.kind == OutcomeKind::share;
    for (const auto arm : {Arm::treated, Arm::control}) {
      for (const auto& one : arms_) {
        const bool is_of_it = one.outcome == outcome.name && one.arm == arm;
        if (is_of_it && one.events.has_value() == is_share) summaries.push_back(one);
      }
    }
  }
  return summaries;
}

}  // namespace tributary::ecosystem
