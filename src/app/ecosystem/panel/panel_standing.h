// app/ecosystem/panel/panel_standing.h
//
// How the panel of an innovation stands at the gate at hand, as its file tells it: who scores, who
// has, who sees what, and whether a calibration goes on.
//
// Thread rule: pure functions over plain data, but for declare_within(), as its change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/ecosystem/innovation_file.h"
#include "store/recorded_change.h"

namespace tributary::app {

/// Puts what happened since into the assessments as they were first given: the scores of the last
/// calibration in which the reviewer took part, and recusals.
void take_in_panel_record(InnovationFile& file);

/// What happened last to the reviewer in the round at hand.
std::optional<store::ReviewerEvent> last_event(const InnovationFile& file,
                                               ecosystem::PersonId reviewer);

ecosystem::PanelKind panel_kind_of(const InnovationFile& file);

/// The number of the newest calibration of the round at hand; 0 where there is none.
std::int64_t calibration_at_hand(const InnovationFile& file);

/// In the round at hand, before any calibration (0) or in one. One who is recused has not.
bool has_scored(const InnovationFile& file, ecosystem::PersonId reviewer, std::int64_t calibration);

struct CalibrationProgress {
  int have = 0, needed = 0;
};

/// Of those who scored and were not released since, how many have in the newest calibration. Both
/// are 0 where there is none.
CalibrationProgress calibration_progress(const InnovationFile& file);

/// Somebody who was asked or has scored in the round at hand.
struct PanelReviewer {
  ecosystem::PersonId person;
  std::optional<store::ReviewerEvent> last;
  bool has_scored = false;      ///< before any calibration
  bool has_calibrated = false;  ///< in the newest one, where there is one
};

/// In the order in which they came.
std::vector<PanelReviewer> reviewers_of(const InnovationFile& file);

/// Chairs and auditors see the scores of the gate at hand; a reviewer does once their own are
/// given, in the newest calibration too, so that nobody follows another; a chair who scores is a
/// reviewer. Errors: `not_permitted` with the reason.
Result<> check_sees_scores(const InnovationFile& file, const ecosystem::Actor& actor);

/// Errors: `conflict` where nobody scores in its state.
Result<> check_before_gate(const InnovationFile& file);

struct Declaration {
  ecosystem::ReviewerEventKind kind = ecosystem::ReviewerEventKind::declared;  ///< or recused
  std::string text;
};

/// Writes the declaration, unless the reviewer has made it already. Errors: those of
/// check_may_follow(); `conflict` for one who comes when a calibration was opened.
Result<> declare_within(store::RecordedChange& change, const InnovationFile& file,
                        ecosystem::PersonId reviewer, const Declaration& declaration);

}  // namespace tributary::app
