// ecosystem/indicators/aim_figure.h
//
// The figures of the two aims by their names, as in the API, the store's exports and on pages:
//
//   name_of(AimFigure{AimMeasure::stage_entries, 1})   →  "stage_entries-testing"
//
// Each belongs to one aim, and there is none that is made of both.
//
// Pure functions; safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tributary::ecosystem {

enum class Aim : std::uint8_t { contribution, incidence };

enum class AimMeasure : std::uint8_t {
  // Contribution of VET to innovation: contribution.h.
  enterprises_in_vet_projects,
  vet_share_of_organisations,
  vet_share_of_participations,
  vet_degree,     ///< median number of partners of a VET provider
  vet_brokerage,  ///< median of Burt's effective size
  new_ties_to_enterprises,
  new_ties_to_research,
  enterprise_innovations_with_vet_partner,
  // Incidence of innovation in VET: incidence.h, stage_visits.h.
  innovating_providers,
  innovating_providers_by_type,     ///< a part for each OsloType
  innovating_providers_by_novelty,  ///< a part for each NoveltyScope
  stage_entries,                    ///< per 100 providers; like the next two, a part for each Stage
  stage_survival,
  stage_days,
  learners_reached,
};

inline constexpr std::size_t kAimMeasures = 15;

enum class AimUnit : std::uint8_t { count, share, per_hundred_providers, days, partners, groups };

struct AimFigure {
  AimMeasure measure = AimMeasure::enterprises_in_vet_projects;
  std::uint8_t part = 0;  ///< 0 where it has no parts
  auto operator<=>(const AimFigure&) const = default;
};

std::string_view name_of(Aim aim);
std::string_view name_of(AimMeasure measure);
std::string_view name_of(AimUnit unit);
std::string name_of(AimFigure figure);
/// "testing"; empty where the measure has no parts.
std::string_view part_name(AimFigure figure);

Aim aim_of(AimMeasure measure);
AimUnit unit_of(AimMeasure measure);

/// In the order in which they are shown: contribution first.
std::vector<AimFigure> all_aim_figures();

/// Errors: `not_found`.
Result<AimFigure> aim_figure_from_name(std::string_view name);

}  // namespace tributary::ecosystem
