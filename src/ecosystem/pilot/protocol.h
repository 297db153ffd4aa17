// ecosystem/pilot/protocol.h
//
// A protocol: what pilots in one or several countries try to find out, and how, said before anybody
// is measured.
//
// What is registered is its text: one line for each field, "name: value", whose further lines are
// indented by two blanks, and the outcomes behind all else. The same protocol gives the same bytes,
// and the text gives the protocol back, so a hash over it holds all that was declared. What came to
// be declared later than the first texts has a line only where it is not as it was before, so that
// the earlier ones keep their bytes: "kind: share" of an outcome.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ecosystem/innovation/innovation.h"

namespace tributary::ecosystem {

enum class PilotDesignKind : std::uint8_t {
  single_group,             ///< measured before and after, nobody to compare with
  pre_post_controlled,      ///< two groups, not by lot, measured before and after
  individually_randomised,  ///< learners by lot
  cluster_randomised,       ///< whole groups by lot
  matched_comparison,       ///< each with one like it, not by lot
};

/// What is assigned to an arm. What is analysed are learners, always.
enum class AssignmentUnit : std::uint8_t { learner, group, provider };

enum class Arm : std::uint8_t { treated, control };

/// How an outcome is told of a learner.
enum class OutcomeKind : std::uint8_t {
  measure,  ///< by a number, as of points; compared in standard deviations
  share,    ///< by yes or no, as of an exam passed; compared as shares of the learners
};

std::string_view name_of(PilotDesignKind design);
std::string_view name_of(AssignmentUnit unit);
std::string_view name_of(Arm arm);
std::string_view name_of(OutcomeKind kind);

[[nodiscard]] constexpr bool has_control(PilotDesignKind design) {
  return design != PilotDesignKind::single_group;
}

/// Whether learners are measured before too, because the change is what is compared.
[[nodiscard]] constexpr bool compares_changes(PilotDesignKind design) {
  return design == PilotDesignKind::single_group || design == PilotDesignKind::pre_post_controlled;
}

struct PilotOutcome {
  std::string name;        ///< tells it apart from the others
  std::string instrument;  ///< with what it is measured
  std::string timing;      ///< when
  bool is_primary = false;
  bool is_attainment = false;    ///< of learning, so that months of progress may be spoken of
  bool lower_is_better = false;  ///< as for days of absence
  OutcomeKind kind = OutcomeKind::measure;
  bool operator==(const PilotOutcome&) const = default;
};

struct PilotProtocol {
  std::string title;
  std::string question;
  PilotDesignKind design = PilotDesignKind::individually_randomised;
  AssignmentUnit unit = AssignmentUnit::learner;
  std::string treated_arm, control_arm;  ///< what each is given
  std::vector<PilotOutcome> outcomes;
  std::int64_t planned_treated = 0, planned_control = 0;  ///< learners, at all sites together
  std::int64_t learners_in_a_group = 1;  ///< where groups or providers are assigned
  double intraclass_correlation = 0;     ///< assumed; the variance that lies between groups
  double pre_post_correlation = 0.5;     ///< assumed
  /// With which a difference is found in four of five such pilots; nothing where that cannot be
  /// said.
  std::optional<double> minimum_detectable_effect;
  std::string analysis_plan;
  std::string stopping_rule;
  bool operator==(const PilotProtocol&) const = default;
};

inline constexpr std::size_t kMostPrimaryOutcomes = 2, kMostOutcomes = 12;
inline constexpr std::int64_t kMostPlannedLearners = 10'000'000;

/// All that is missing or wrong before it can be registered, in the order of the form.
std::vector<FieldProblem> problems_of(const PilotProtocol& protocol);

std::string canonical_text(const PilotProtocol& protocol);

/// Errors: `corrupt` naming the line, for anything that canonical_text() does not write.
Result<PilotProtocol> protocol_from_text(std::string_view text);

/// Null where the protocol has none of that name.
const PilotOutcome* find_outcome(const PilotProtocol& protocol, std::string_view name);

/// Whether the outcome was declared, exactly so, in what stood when the first data came; if it was
/// not, or the design or what it assumes was other, what is found of it is exploratory.
[[nodiscard]] bool is_exploratory(const PilotOutcome& outcome, const PilotProtocol& now,
                                  const PilotProtocol& when_data_came);

}  // namespace tributary::ecosystem
