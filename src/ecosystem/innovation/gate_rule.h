// ecosystem/innovation/gate_rule.h
//
// When a gate opens: all required assessments are complete, every criterion that must be met is,
// and the weighted mean of the others reaches the threshold. Whoever sees it otherwise may override
// it, which is named as what it is and needs a second person.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "ecosystem/framework/version_number.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/innovation/stage.h"

namespace tributary::ecosystem {

/// Scores lie on the rubric's anchored scale; a reviewer who cannot judge gives none.
inline constexpr int kLowestScore = 0, kHighestScore = 4;

struct Criterion {
  std::string name;
  bool must_be_met = false;
  int weight = 1;  ///< from 1 on; not of a criterion that must be met
  bool operator==(const Criterion&) const = default;
};

struct GateRule {
  std::vector<Criterion> criteria;
  int required_assessments = 1;
  int must_meet_score = 2;         ///< from which on a criterion counts as met
  int threshold_hundredths = 250;  ///< of the weighted mean score
  bool operator==(const GateRule&) const = default;
};

/// Errors: `invalid_argument` naming the criterion or the number.
Result<> check_gate_rule(const GateRule& rule);

/// What one reviewer thinks: a score for each criterion of the rule, in its order; nothing where
/// the reviewer cannot judge.
struct GateAssessment {
  PersonId reviewer;
  std::vector<std::optional<int>> scores;
};

/// What keeps a gate shut.
enum class GateShortfallKind : std::uint8_t {
  assessments,      ///< `have` of `needed` are complete
  not_judged,       ///< the criterion: nobody could
  not_met,          ///< the criterion, which must be, has the score `have`
  below_threshold,  ///< the mean, in hundredths
};

inline constexpr std::size_t kGateShortfallKinds = 4;

struct GateShortfall {
  GateShortfallKind kind = GateShortfallKind::assessments;
  std::string criterion;  ///< of not_judged and not_met
  int have = 0, needed = 0;
  bool operator==(const GateShortfall&) const = default;
};

std::string_view name_of(GateShortfallKind kind);

/// "Not met: ethics."
std::string sentence_of(const GateShortfall& shortfall);

struct GateReading {
  bool is_open = false;
  int assessments = 0;
  std::vector<GateShortfall> missing;
  std::optional<int> mean_hundredths;  ///< weighted, rounded down; nothing where nobody could judge
  bool operator==(const GateReading&) const = default;
};

/// The lower median of those who could judge the criterion; nothing where nobody could. REQUIRES:
/// each has scores for all criteria.
std::optional<int> median_score(std::span<const GateAssessment> assessments, std::size_t criterion);

/// A criterion's score is the median of those who could judge (the lower of two in the middle), so
/// that no single reviewer opens or shuts a gate. A criterion that nobody could judge is missing
/// and keeps the gate shut. Errors: `invalid_argument` where an assessment does not fit the rule,
/// or a reviewer assessed twice.
Result<GateReading> read_gate(const GateRule& rule, std::span<const GateAssessment> assessments);

struct Condition {
  std::string text;
  Date due;
  bool operator==(const Condition&) const = default;
};

/// What a person decides at a gate; never changed once it is taken.
struct GateDecision {
  PersonId by;
  Role role = Role::panel_chair;
  VersionNumber framework;                  ///< whose criteria it was measured by
  std::vector<std::string> evidence;        ///< what was considered: links and record keys
  std::vector<GateAssessment> assessments;  ///< as they were then
  PipelineAct outcome = PipelineAct::proceed;
  std::string reasons;
  std::vector<Condition> conditions;
  bool is_override = false;
  std::optional<PersonId> confirmed_by;  ///< of an override: the second person
  Timestamp at;
};

/// Decisions carry reasons; conditions stand where the outcome speaks of them, and only there, each
/// with a text and a day that is still to come; an override is confirmed by another person, and is
/// none where the gate is open anyway. Errors: `unmet` saying which.
Result<> check_decision(const GateDecision& decision, const GateReading& gate);

/// One person is never innovator and also reviewer or evaluator of the same innovation, and nobody
/// judges the work of their own organisation. Errors: `not_permitted`.
struct Judging {
  PersonId judge;
  std::vector<std::string> judges_organisations;
  std::vector<PersonId> team;
  std::vector<std::string> team_organisations;
};
Result<> check_independence(const Judging& judging);

}  // namespace tributary::ecosystem
