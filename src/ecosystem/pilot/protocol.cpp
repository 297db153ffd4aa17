#include "ecosystem/pilot/protocol.h"

#include <algorithm>
#include <array>
#include <set>

#include "ecosystem/blank_text.h"
#include "ecosystem/enum_names.h"
#include "ecosystem/pilot/exact_number.h"

namespace tributary::ecosystem {
namespace {

/// Writes one field a line.
class FieldWriter {
 public:
  void field(std::string_view name, std::string_view value) {
    text_ += name;
    text_ += ": ";
    for (const auto character : value) {
      text_ += character;
      if (character == '\n') text_ += "  ";
    }
    text_ += '\n';
  }
  void number(std::string_view name, double value) { field(name, exact_text(value)); }
  void flag(std::string_view name, bool value) { field(name, value ? "yes" : "no"); }

  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  std::string text_;
};

/// Reads what FieldWriter wrote, field by field in its order.
class FieldReader {
 public:
  explicit FieldReader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

  [[nodiscard]] bool is_next(std::string_view name) const {
    return rest_.starts_with(std::string(name) + ": ");
  }

  Result<std::string> field(std::string_view name) {
    ++line_;
    const auto start = std::string(name) + ": ";
    if (!rest_.starts_with(start)) return damaged("there should be " + std::string(name));
    rest_.remove_prefix(start.size());
    std::string value;
    for (;;) {
      const auto end = rest_.find('\n');
      if (end == std::string_view::npos) return damaged("it ends within a line");
      value += rest_.substr(0, end);
      rest_.remove_prefix(end + 1);
      if (!rest_.starts_with("  ")) return value;
      value += '\n';
      rest_.remove_prefix(2);
      ++line_;
    }
  }

  Result<double> number(std::string_view name) {
    const auto value = TRY(field(name));
    const auto number = number_of(value);
    if (!number) return damaged(std::string(name) + " is a number");
    return *number;
  }

  Result<std::int64_t> whole(std::string_view name) {
    return static_cast<std::int64_t>(TRY(number(name)));
  }

  Result<bool> flag(std::string_view name) { return TRY(field(name)) == "yes"; }

  template <class Enum>
  Result<Enum> one_of(std::string_view name, Enum last) {
    const auto value = TRY(field(name));
    return enum_from_name(value, last);
  }

 private:
  [[nodiscard]] std::unexpected<Error> damaged(std::string what) const {
    return fail(ErrorCode::corrupt, std::move(what),
                "line " + std::to_string(line_) + " of a protocol");
  }

  std::string_view rest_;
  int line_ = 0;
};

constexpr std::string_view kUnknown = "not known";

void check_outcomes(const PilotProtocol& protocol, std::vector<FieldProblem>& problems) {
  std::set<std::string_view> names;
  std::size_t primary = 0;
  for (const auto& outcome : protocol.outcomes) {
    if (is_blank(outcome.name) || is_blank(outcome.instrument) || is_blank(outcome.timing)) {
      problems.push_back({"outcomes", "Each outcome has a name, an instrument and a time."});
    } else if (outcome.name.find_first_of("\t\r\n") != std::string::npos) {
      problems.push_back({"outcomes", "The name of an outcome is one line without tabs."});
    } else if (!names.insert(outcome.name).second) {
      problems.push_back({"outcomes", "Two outcomes are called " + outcome.name + "."});
    }
    if (outcome.kind == OutcomeKind::share && !has_control(protocol.design)) {
      problems.push_back({"outcomes",
                          "A share, as of learners who passed, is compared with that of "
                          "a control group; this design has none."});
    }
    if (outcome.is_primary) ++primary;
  }
  if (primary == 0 || primary > kMostPrimaryOutcomes) {
    problems.push_back(
        {"outcomes", "One or two outcomes are primary: those by which it is judged."});
  }
  if (protocol.outcomes.size() > kMostOutcomes) {
    problems.push_back({"outcomes", "There are at most 12 outcomes."});
  }
}

void check_groups(const PilotProtocol& protocol, std::vector<FieldProblem>& problems) {
  const bool is_by_learner = protocol.unit == AssignmentUnit::learner;
  if (protocol.design == PilotDesignKind::cluster_randomised && is_by_learner) {
    problems.push_back({"unit", "In this design whole groups or providers are assigned."});
  }
  if (protocol.design == PilotDesignKind::individually_randomised && !is_by_learner) {
    problems.push_back({"unit", "In this design learners are assigned, one by one."});
  }
  if (!is_by_learner && protocol.learners_in_a_group < 2) {
    problems.push_back({"learners_in_a_group", "Say how many learners a group has, at least 2."});
  }
  if (!(protocol.intraclass_correlation >= 0 && protocol.intraclass_correlation < 1)) {
    problems.push_back({"intraclass_correlation", "It lies from 0 to below 1."});
  }
}

}  // namespace

std::string_view name_of(PilotDesignKind design) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"single_group", "pre_post_controlled", "individually_randomised", "cluster_randomised",
       "matched_comparison"});
  return kNames[static_cast<std::size_t>(design)];
}

std::string_view name_of(AssignmentUnit unit) {
  static constexpr auto kNames = std::to_array<std::string_view>({"learner", "group", "provider"});
  return kNames[static_cast<std::size_t>(unit)];
}

std::string_view name_of(Arm arm) { return arm == Arm::treated ? "treated" : "control"; }

std::string_view name_of(OutcomeKind kind) {
  return kind == OutcomeKind::measure ? "measure" : "share";
}

const PilotOutcome* find_outcome(const PilotProtocol& protocol, std::string_view name) {
  const auto found = std::ranges::find(protocol.outcomes, name, &PilotOutcome::name);
  return found == protocol.outcomes.end() ? nullptr : &*found;
}

std::vector<FieldProblem> problems_of(const PilotProtocol& protocol) {
  std::vector<FieldProblem> problems;
  const auto filled = [&](const std::string& text, std::string field, std::string message) {
    if (is_blank(text)) problems.push_back({std::move(field), std::move(message)});
  };
  filled(protocol.title, "title", "Give the protocol a title.");
  filled(protocol.question, "question", "Say what is to be found out.");
  filled(protocol.treated_arm, "treated_arm", "Say what the learners are given.");
  const bool is_compared = has_control(protocol.design);
  if (is_compared) filled(protocol.control_arm, "control_arm", "Say what the others are given.");
  check_outcomes(protocol, problems);
  const auto planned = [&](std::int64_t learners, std::string field) {
    if (learners >= 2 && learners <= kMostPlannedLearners) return;
    problems.push_back({std::move(field), "Plan at least two learners, at most ten million."});
  };
  planned(protocol.planned_treated, "planned_treated");
  if (is_compared) {
    planned(protocol.planned_control, "planned_control");
  } else if (protocol.planned_control != 0) {
    problems.push_back({"planned_control", "This design has nobody to compare with."});
  }
  check_groups(protocol, problems);
  if (!(protocol.pre_post_correlation > -1 && protocol.pre_post_correlation < 1)) {
    problems.push_back({"pre_post_correlation", "It lies between -1 and 1."});
  }
  filled(protocol.analysis_plan, "analysis_plan", "Say how it will be analysed.");
  filled(protocol.stopping_rule, "stopping_rule", "Say when it would be stopped early.");
  return problems;
}

std::string canonical_text(const PilotProtocol& protocol) {
  FieldWriter writer;
  writer.field("title", protocol.title);
  writer.field("question", protocol.question);
  writer.field("design", name_of(protocol.design));
  writer.field("unit of assignment", name_of(protocol.unit));
  writer.field("unit of analysis", name_of(AssignmentUnit::learner));
  writer.field("treated arm", protocol.treated_arm);
  writer.field("control arm", protocol.control_arm);
  writer.field("planned treated learners", std::to_string(protocol.planned_treated));
  writer.field("planned control learners", std::to_string(protocol.planned_control));
  writer.field("learners in a group", std::to_string(protocol.learners_in_a_group));
  writer.number("assumed intraclass correlation", protocol.intraclass_correlation);
  writer.number("assumed correlation of before and after", protocol.pre_post_correlation);
  writer.field("minimum detectable effect", protocol.minimum_detectable_effect
                                                ? exact_text(*protocol.minimum_detectable_effect)
                                                : std::string(kUnknown));
  writer.field("analysis plan", protocol.analysis_plan);
  writer.field("stopping rule", protocol.stopping_rule);
  for (const auto& outcome : protocol.outcomes) {
    writer.field("outcome", outcome.name);
    writer.field("instrument", outcome.instrument);
    writer.field("timing", outcome.timing);
    writer.flag("primary", outcome.is_primary);
    writer.flag("attainment", outcome.is_attainment);
    writer.flag("lower is better", outcome.lower_is_better);
    if (outcome.kind != OutcomeKind::measure) writer.field("kind", name_of(outcome.kind));
  }
  return std::move(writer).text();
}

Result<PilotProtocol> protocol_from_text(std::string_view text) {
  FieldReader reader(text);
  PilotProtocol protocol;
  protocol.title = TRY(reader.field("title"));
  protocol.question = TRY(reader.field("question"));
  protocol.design = TRY(reader.one_of("design", PilotDesignKind::matched_comparison));
  protocol.unit = TRY(reader.one_of("unit of assignment", AssignmentUnit::provider));
  TRY(reader.field("unit of analysis"));
  protocol.treated_arm = TRY(reader.field("treated arm"));
  protocol.control_arm = TRY(reader.field("control arm"));
  protocol.planned_treated = TRY(reader.whole("planned treated learners"));
  protocol.planned_control = TRY(reader.whole("planned control learners"));
  protocol.learners_in_a_group = TRY(reader.whole("learners in a group"));
  protocol.intraclass_correlation = TRY(reader.number("assumed intraclass correlation"));
  protocol.pre_post_correlation = TRY(reader.number("assumed correlation of before and after"));
  const auto detectable = TRY(reader.field("minimum detectable effect"));
  if (detectable != kUnknown) protocol.minimum_detectable_effect = number_of(detectable);
  protocol.analysis_plan = TRY(reader.field("analysis plan"));
  protocol.stopping_rule = TRY(reader.field("stopping rule"));
  while (!reader.is_at_end()) {
    PilotOutcome outcome;
    outcome.name = TRY(reader.field("outcome"));
    outcome.instrument = TRY(reader.field("instrument"));
    outcome.timing = TRY(reader.field("timing"));
    outcome.is_primary = TRY(reader.flag("primary"));
    outcome.is_attainment = TRY(reader.flag("attainment"));
    outcome.lower_is_better = TRY(reader.flag("lower is better"));
    if (reader.is_next("kind")) {
      outcome.kind = TRY(reader.one_of("kind", OutcomeKind::share));
    }
    protocol.outcomes.push_back(std::move(outcome));
  }
  return protocol;
}

bool is_exploratory(const PilotOutcome& outcome, const PilotProtocol& now,
                    const PilotProtocol& when_data_came) {
  return now.design != when_data_came.design || now.unit != when_data_came.unit ||
         now.intraclass_correlation != when_data_came.intraclass_correlation ||
         now.pre_post_correlation != when_data_came.pre_post_correlation ||
         std::ranges::find(when_data_came.outcomes, outcome) == when_data_came.outcomes.end();
}

}  // namespace tributary::ecosystem
