#include "ecosystem/pilot/learner_intake.h"

#include <array>

#include "ecosystem/pilot/exact_number.h"

namespace tributary::ecosystem {
namespace {

std::unexpected<Error> wrong(std::string_view column, std::string why) {
  return fail(ErrorCode::invalid_argument, std::move(why), std::string(column));
}

/// Digits as most marks have them, like 7, 52.5 or 0.25: one zero at most before a point, none at
/// the end behind it, no more than fifteen in all. These are the shortest text of their double
/// already, and as both are exact in a double, digits by a power of ten give the nearest one
/// (Clinger 1990).
std::optional<double> plain_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 15, kMostWholeDigits = 5;  // 1e+05 is shorter than 100000
  constexpr std::array kPowersOfTen{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6, 1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};
  std::size_t at = 0;
  std::int64_t digits = 0;
  const auto take_digits = [&] {
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
      digits = 10 * digits + (text[at] - '0');
    }
  };
  if (text.size() > kMostDigits) return std::nullopt;
  take_digits();
  const auto whole = at;
  const bool begins_with_zero = text.starts_with('0');
  if (whole == 0 || whole > kMostWholeDigits || (begins_with_zero && whole > 1)) {
    return std::nullopt;
  }
  if (at == text.size()) return static_cast<double>(digits);
  if (text[at] != '.' || at + 1 == text.size() || text.ends_with('0')) return std::nullopt;
  ++at;
  if (begins_with_zero && text[at] == '0') return std::nullopt;  // 1e-04 is shorter than 0.0001
  take_digits();
  if (at < text.size()) return std::nullopt;
  return static_cast<double>(digits) / kPowersOfTen[at - whole - 1];
}

Result<std::optional<double>> number_in(std::string_view text, std::string_view column) {
  if (text.empty()) return std::nullopt;
  const auto plain = plain_number(text);
  if (plain) return plain;
  const auto number = number_of(text);
  if (!number) return wrong(column, "it is a number like 12.5, or empty");
  return number;
}

Result<Arm> arm_in(std::string_view text, const PilotProtocol& protocol) {
  if (text == name_of(Arm::treated)) return Arm::treated;
  if (text != name_of(Arm::control)) return wrong("arm", "it is treated or control");
  if (has_control(protocol.design)) return Arm::control;
  return wrong("arm", "This design has no control arm.");
}

/// A learner of whom something is true or not.
Result<> check_yes_or_no(const MeasuredLearner& row) {
  if (row.before) {
    return wrong("before",
                 "This outcome is a share: it is told of afterwards alone, so this stays empty.");
  }
  if (row.after && *row.after != 0 && *row.after != 1) {
    return wrong("after",
                 "This outcome is a share: 1 for a learner of whom it is true, 0 for one of whom "
                 "it is not, empty where it is not known.");
  }
  return {};
}

/// As the shortest text of the number, which most cells are.
void append_number(std::string& text, std::string_view cell, const std::optional<double>& number) {
  if (!number) return;
  if (plain_number(cell)) {
    text += cell;
  } else {
    append_exact(text, *number);
  }
}

}  // namespace

LearnerIntake::LearnerIntake(const PilotProtocol& protocol)
    : protocol_(protocol), figures_(protocol), text_(kLearnersHeader) {}

Result<std::size_t> LearnerIntake::outcome_of(std::string_view name) const {
  for (std::size_t at = 0; at < protocol_.outcomes.size(); ++at) {
    if (protocol_.outcomes[at].name == name) return at;
  }
  return not_an_outcome_of(protocol_);
}

Result<> LearnerIntake::check_beside_others(const Learner& known,
                                            const MeasuredLearner& row) const {
  if (known.arm != row.arm) {
    return wrong("arm", "the learner is in the other arm in line " + std::to_string(known.line));
  }
  if (known.group != (row.group ? *row.group + 1 : 0)) {
    return wrong("group", "the learner is in another group in line " + std::to_string(known.line));
  }
  if ((known.outcomes >> row.outcome & 1U) != 0) {
    return wrong("learner", "the learner has a row for this outcome already");
  }
  return {};
}

Result<> LearnerIntake::take(const LearnerCells& cells, std::uint64_t line) {
  names_.prefetch(cells.learner);  // it arrives while the cells are checked
  MeasuredLearner row;
  row.arm = TRY(arm_in(cells.arm, protocol_));
  row.before = TRY(number_in(cells.before, "before"));
  row.after = TRY(number_in(cells.after, "after"));
  TRY(check_pseudonym(cells.learner, "learner"));
  if (!cells.group.empty()) TRY(check_pseudonym(cells.group, "group"));
  if (cells.group.empty() && protocol_.unit != AssignmentUnit::learner) {
    return wrong("group",
                 "Whole groups are assigned, so each learner has the pseudonym of a "
                 "group.");
  }
  row.outcome = TRY(outcome_of(cells.outcome));
  if (protocol_.outcomes[row.outcome].kind == OutcomeKind::share) TRY(check_yes_or_no(row));
  if (!cells.group.empty()) row.group = groups_.number_of(cells.group);
  const auto number = names_.number_of(cells.learner);
  if (number == learners_.size()) {
    learners_.push_back(
        {.line = line, .group = row.group ? *row.group + 1 : 0, .outcomes = 0, .arm = row.arm});
  }
  auto& known = learners_[number];
  TRY(check_beside_others(known, row));
  known.outcomes = static_cast<std::uint16_t>(known.outcomes | 1U << row.outcome);
  figures_.add(row);
  write(cells, row);
  ++rows_;
  return {};
}

void LearnerIntake::write(const LearnerCells& cells, const MeasuredLearner& row) {
  for (const auto cell : {cells.learner, cells.arm, cells.group, cells.outcome}) {
    text_ += cell;
    text_ += '\t';
  }
  append_number(text_, cells.before, row.before);
  text_ += '\t';
  append_number(text_, cells.after, row.after);
  text_ += '\n';
}

}  // namespace tributary::ecosystem
