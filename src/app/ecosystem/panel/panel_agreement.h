// app/ecosystem/panel/panel_agreement.h
//
// How far a panel agrees on one innovation, as information for its chair and never as a pass mark:
// reviewers are the coders, criteria the units, "cannot judge" is missing.
//
//   const auto agreement = panel_agreement(assessments, AlphaBootstrap{.seed = 7001});
//
// A pure function; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "ecosystem/innovation/gate_rule.h"
#include "evidence/agreement/chance_corrected.h"
#include "evidence/agreement/krippendorff_alpha.h"

namespace tributary::app {

/// Where there is no coefficient, or no interval, `why_not` says so in a sentence.
struct Coefficient {
  std::optional<double> value;
  std::optional<evidence::Interval> interval;
  std::string why_not;
};

struct PanelAgreement {
  std::size_t reviewers = 0, criteria = 0;
  Coefficient alpha;  ///< Krippendorff's, ordinal; its interval by bootstrap
  std::optional<evidence::AlphaBootstrap> drawn_by;  ///< nothing before anybody has scored
  std::uint32_t not_defined = 0;  ///< draws in which all scores were equal; they are left out
  Coefficient ac2;                ///< Gwet's, ordinal weights
};

/// REQUIRES: all assessments have a score or none for each criterion of one rule.
PanelAgreement panel_agreement(std::span<const ecosystem::GateAssessment> assessments,
                               const std::optional<evidence::AlphaBootstrap>& bootstrap);

}  // namespace tributary::app
