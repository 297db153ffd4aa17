// app/ecosystem/panel/scoring_rights.h
//
// Who may do what at the panel of an innovation, as desk and view both ask it.
//
// Thread rule: pure functions; safe from any thread.
#pragma once

#include <span>

#include "app/ecosystem/panel/panel_standing.h"
#include "store/panel/score_drafts.h"

namespace tributary::app {

/// The right in its panel, and no part in the innovation. Errors: `not_permitted`.
Result<> check_panel_right(const InnovationFile& file, const ecosystem::Actor& actor,
                           ecosystem::Action action);

/// Whether the chair may assign this person now. Errors: `not_permitted` with the reason for who
/// does not review for the panel or is not independent, `conflict` for who is assigned already.
Result<> check_assignable(const InnovationFile& file, const ecosystem::Actor& reviewer);

/// Whether a reviewer of the panel may score in the round at hand, before or in its newest
/// calibration. Errors: those of check_may_score(); `conflict` for who has submitted.
Result<> check_may_score_now(const InnovationFile& file, ecosystem::PersonId reviewer);

/// Errors: `invalid_argument` where there is not a line a criterion, or a score is not of the
/// scale.
Result<> check_lines(const ecosystem::GateRule& rule, std::span<const store::ScoreLine> lines);

/// Where a reviewer scores now.
store::SheetKey sheet_at_hand(const InnovationFile& file, ecosystem::PersonId reviewer);

}  // namespace tributary::app
