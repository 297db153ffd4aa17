#include "ecosystem/pilot/outcome_data.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "ecosystem/enum_names.h"
#include "ecosystem/pilot/exact_number.h"

namespace tributary::ecosystem {
namespace {

constexpr std::string_view kRowsHeader = "learner\tarm\tgroup\toutcome\tbefore\tafter\n";
constexpr std::string_view kSummariesHeader =
    "outcome\tarm\tlearners\tgroups\tmean before\tdeviation before\tmean after\tdeviation after\t"
    "correlation\n";
constexpr std::string_view kCountsHeader =
    "outcome\tarm\tlearners\tgroups\tevents\tmean before\tdeviation before\tmean after\t"
    "deviation after\tcorrelation\n";
constexpr std::size_t kLongestPseudonym = 40;
constexpr int kMostLettersInARow = 3;
constexpr std::size_t kRowCells = 6, kSummaryCells = 9, kCountCells = 10;

bool is_ascii_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}
bool is_digit(char character) { return character >= '0' && character <= '9'; }

bool is_pseudonym(std::string_view text) {
  if (text.empty() || text.size() > kLongestPseudonym) return false;
  bool has_digit = false;
  int letters = 0;
  for (const auto character : text) {
    letters = is_ascii_letter(character) ? letters + 1 : 0;
    if (letters > kMostLettersInARow) return false;
    has_digit = has_digit || is_digit(character);
    const bool is_known =
        letters > 0 || is_digit(character) || character == '-' || character == '_';
    if (!is_known) return false;
  }
  return has_digit;
}

Result<> check_outcome_name(const std::string& name, const PilotProtocol& protocol) {
  std::string names;
  for (const auto& outcome : protocol.outcomes) {
    if (outcome.name == name) return {};
    names += (names.empty() ? "" : ", ") + outcome.name;
  }
  return fail(ErrorCode::invalid_argument, "It is an outcome of the protocol: " + names + ".",
              "outcome");
}

Result<> check_arm(Arm arm, const PilotProtocol& protocol) {
  if (arm == Arm::treated || has_control(protocol.design)) return {};
  return fail(ErrorCode::invalid_argument, "This design has no control arm.", "arm");
}

bool is_share(const std::string& outcome, const PilotProtocol& protocol) {
  const auto* found = find_outcome(protocol, outcome);
  return found != nullptr && found->kind == OutcomeKind::share;
}

/// A learner of whom something is true or not.
Result<> check_yes_or_no(const LearnerRow& row) {
  if (row.before) {
    return fail(ErrorCode::invalid_argument,
                "This outcome is a share: it is told of afterwards alone, so this stays empty.",
                "before");
  }
  if (row.after && *row.after != 0 && *row.after != 1) {
    return fail(ErrorCode::invalid_argument,
                "This outcome is a share: 1 for a learner of whom it is true, 0 for one of whom it "
                "is not, empty where it is not known.",
                "after");
  }
  return {};
}

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

/// What the rows of one arm and one outcome come to.
class ArmCollector {
 public:
  void add(const LearnerRow& row) {
    after_.push_back(*row.after);
    if (row.before) before_.push_back(*row.before);
    if (!row.group.empty()) groups_.insert(row.group);
  }

  [[nodiscard]] std::size_t learners() const { return after_.size(); }

  /// Of a share. REQUIRES: what was measured is 0 or 1.
  [[nodiscard]] ArmSummary counts(std::string outcome, Arm arm) const {
    return {.outcome = std::move(outcome),
            .arm = arm,
            .learners = static_cast<std::int64_t>(after_.size()),
            .groups = static_cast<std::int64_t>(groups_.size()),
            .events = std::ranges::count(after_, 1.0)};
  }

  [[nodiscard]] ArmSummary summary(std::string outcome, Arm arm) const {
    ArmSummary summary{.outcome = std::move(outcome),
                       .arm = arm,
                       .learners = static_cast<std::int64_t>(after_.size()),
                       .groups = static_cast<std::int64_t>(groups_.size())};
    const auto degrees = static_cast<double>(after_.size() - 1);
    const auto after = moments_of(after_);
    summary.mean_after = after.mean;
    summary.deviation_after = std::sqrt(after.sum_of_squares / degrees);
    if (before_.size() != after_.size()) return summary;
    const auto before = moments_of(before_);
    summary.mean_before = before.mean;
    summary.deviation_before = std::sqrt(before.sum_of_squares / degrees);
    double products = 0;
    for (std::size_t at = 0; at < after_.size(); ++at) {
      products += (before_[at] - before.mean) * (after_[at] - after.mean);
    }
    const auto scale = std::sqrt(before.sum_of_squares * after.sum_of_squares);
    if (scale > 0) summary.correlation = std::clamp(products / scale, -1.0, 1.0);
    return summary;
  }

 private:
  std::vector<double> before_, after_;
  std::set<std::string_view> groups_;
};

void put(std::string& text, std::string_view cell) {
  text += cell;
  text += '\t';
}
void put(std::string& text, const std::optional<double>& number) {
  put(text, number ? exact_text(*number) : std::string());
}
void end_line(std::string& text) { text.back() = '\n'; }

/// Lines of cells.
class CellReader {
 public:
  CellReader(std::string_view text, std::size_t cells) : rest_(text), cells_(cells) {}

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

  Result<> next_line() {
    ++line_;
    const auto end = rest_.find('\n');
    if (end == std::string_view::npos) return damaged();
    auto line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    row_.clear();
    for (;;) {
      const auto tab = line.find('\t');
      row_.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    return row_.size() == cells_ ? Result<>() : damaged();
  }

  [[nodiscard]] std::string text(std::size_t cell) const { return std::string(row_[cell]); }

  [[nodiscard]] Result<std::optional<double>> optional_number(std::size_t cell) const {
    if (row_[cell].empty()) return std::nullopt;
    const auto number = number_of(row_[cell]);
    if (!number) return damaged();
    return number;
  }

  [[nodiscard]] Result<double> number(std::size_t cell) const {
    const auto number = TRY(optional_number(cell));
    if (!number) return damaged();
    return *number;
  }

  [[nodiscard]] Result<Arm> arm(std::size_t cell) const {
    return enum_from_name(row_[cell], Arm::control);
  }

 private:
  [[nodiscard]] std::unexpected<Error> damaged() const {
    return fail(ErrorCode::corrupt, "the data of a pilot are damaged",
                "line " + std::to_string(line_ + 1));
  }

  std::string_view rest_;
  std::size_t cells_;
  std::vector<std::string_view> row_;
  int line_ = 0;
};

}  // namespace

Result<> check_pseudonym(std::string_view text, std::string field) {
  if (is_pseudonym(text)) return {};
  return fail(ErrorCode::invalid_argument,
              "A pseudonym, never a name or an address: letters, digits, - and _, with a digit and "
              "at most three letters in a row, like PT-017.",
              std::move(field));
}

Result<> check_row(const LearnerRow& row, const PilotProtocol& protocol) {
  TRY(check_pseudonym(row.learner, "learner"));
  if (!row.group.empty()) TRY(check_pseudonym(row.group, "group"));
  if (row.group.empty() && protocol.unit != AssignmentUnit::learner) {
    return fail(ErrorCode::invalid_argument,
                "Whole groups are assigned, so each learner has the pseudonym of a group.",
                "group");
  }
  TRY(check_arm(row.arm, protocol));
  TRY(check_outcome_name(row.outcome, protocol));
  return is_share(row.outcome, protocol) ? check_yes_or_no(row) : Result<>();
}

Result<> check_summary(const ArmSummary& summary, const PilotProtocol& protocol) {
  const auto refuse = [](std::string_view field, std::string why) {
    return fail(ErrorCode::invalid_argument, std::move(why), std::string(field));
  };
  TRY(check_outcome_name(summary.outcome, protocol));
  TRY(check_arm(summary.arm, protocol));
  if (summary.learners < 2 || summary.learners > kMostPlannedLearners) {
    return refuse("learners", "An arm has at least two learners, at most ten million.");
  }
  if (summary.groups < 0 || summary.groups > summary.learners) {
    return refuse("groups", "There are not more groups than learners.");
  }
  if (summary.groups == 0 && protocol.unit != AssignmentUnit::learner) {
    return refuse("groups", "Whole groups are assigned: say how many there are in this arm.");
  }
  if (is_share(summary.outcome, protocol)) {
    if (!summary.events) {
      return refuse("events", "This outcome is a share: say of how many learners it is true.");
    }
    if (*summary.events < 0 || *summary.events > summary.learners) {
      return refuse("events", "It is true of none to all learners of the arm.");
    }
    if (summary.mean_before || summary.correlation || summary.mean_after != 0 ||
        summary.deviation_after != 0) {
      return refuse("mean_after", "This outcome is a share: it has counts and no mean.");
    }
    return {};
  }
  if (summary.events) return refuse("events", "This outcome is measured: it has no count.");
  if (summary.deviation_after < 0) {
    return refuse("deviation_after", "A standard deviation is not below 0.");
  }
  if (summary.mean_before.has_value() != summary.deviation_before.has_value()) {
    return refuse("deviation_before", "A mean from before has its standard deviation.");
  }
  if (compares_changes(protocol.design) && !summary.mean_before) {
    return refuse("mean_before", "This design compares changes, so it needs what was before.");
  }
  if (summary.deviation_before && *summary.deviation_before < 0) {
    return refuse("deviation_before", "A standard deviation is not below 0.");
  }
  if (summary.correlation && !(std::abs(*summary.correlation) <= 1)) {
    return refuse("correlation", "It lies from -1 to 1.");
  }
  return {};
}

std::vector<ArmSummary> summaries_of(const OutcomeData& data, const PilotProtocol& protocol) {
  std::vector<ArmSummary> summaries;
  for (const auto& outcome : protocol.outcomes) {
    const bool is_share = outcome.kind == OutcomeKind::share;
    for (const auto arm : {Arm::treated, Arm::control}) {
      for (const auto& summary : data.summaries) {
        const bool is_of_it = summary.outcome == outcome.name && summary.arm == arm;
        if (is_of_it && summary.events.has_value() == is_share) summaries.push_back(summary);
      }
      ArmCollector collector;
      for (const auto& row : data.rows) {
        const bool is_whole =
            row.after && (row.before || is_share || !compares_changes(protocol.design));
        if (is_whole && row.arm == arm && row.outcome == outcome.name) collector.add(row);
      }
      if (collector.learners() < 2) continue;
      summaries.push_back(is_share ? collector.counts(outcome.name, arm)
                                   : collector.summary(outcome.name, arm));
    }
  }
  return summaries;
}

std::string text_of(const OutcomeData& data) {
  // Data without a count have the text that they always had.
  const bool has_counts = std::ranges::any_of(
      data.summaries, [](const ArmSummary& summary) { return summary.events.has_value(); });
  std::string text(data.is_of_learners() ? kRowsHeader
                   : has_counts          ? kCountsHeader
                                         : kSummariesHeader);
  for (const auto& row : data.rows) {
    put(text, row.learner);
    put(text, name_of(row.arm));
    put(text, row.group);
    put(text, row.outcome);
    put(text, row.before);
    put(text, row.after);
    end_line(text);
  }
  for (const auto& summary : data.summaries) {
    put(text, summary.outcome);
    put(text, name_of(summary.arm));
    put(text, std::to_string(summary.learners));
    put(text, std::to_string(summary.groups));
    if (has_counts) put(text, summary.events ? std::to_string(*summary.events) : std::string());
    put(text, summary.mean_before);
    put(text, summary.deviation_before);
    put(text, std::optional(summary.mean_after));
    put(text, std::optional(summary.deviation_after));
    put(text, summary.correlation);
    end_line(text);
  }
  return text;
}

Result<OutcomeData> data_from_text(std::string_view text) {
  OutcomeData data;
  if (text.starts_with(kRowsHeader)) {
    CellReader cells(text.substr(kRowsHeader.size()), kRowCells);
    while (!cells.is_at_end()) {
      TRY(cells.next_line());
      LearnerRow row{.learner = cells.text(0), .group = cells.text(2), .outcome = cells.text(3)};
      row.arm = TRY(cells.arm(1));
      row.before = TRY(cells.optional_number(4));
      row.after = TRY(cells.optional_number(5));
      data.rows.push_back(std::move(row));
    }
    return data;
  }
  const bool has_counts = text.starts_with(kCountsHeader);
  if (!has_counts && !text.starts_with(kSummariesHeader)) {
    return fail(ErrorCode::corrupt, "the data of a pilot are damaged", "line 1");
  }
  const auto header = has_counts ? kCountsHeader : kSummariesHeader;
  CellReader cells(text.substr(header.size()), has_counts ? kCountCells : kSummaryCells);
  const std::size_t first_mean = has_counts ? 5 : 4;
  while (!cells.is_at_end()) {
    TRY(cells.next_line());
    ArmSummary summary{.outcome = cells.text(0)};
    summary.arm = TRY(cells.arm(1));
    summary.learners = static_cast<std::int64_t>(TRY(cells.number(2)));
    summary.groups = static_cast<std::int64_t>(TRY(cells.number(3)));
    if (has_counts) {
      const auto events = TRY(cells.optional_number(4));
      if (events) summary.events = static_cast<std::int64_t>(*events);
    }
    summary.mean_before = TRY(cells.optional_number(first_mean));
    summary.deviation_before = TRY(cells.optional_number(first_mean + 1));
    summary.mean_after = TRY(cells.number(first_mean + 2));
    summary.deviation_after = TRY(cells.number(first_mean + 3));
    summary.correlation = TRY(cells.optional_number(first_mean + 4));
    data.summaries.push_back(std::move(summary));
  }
  return data;
}

}  // namespace tributary::ecosystem
