#include "ecosystem/indicators/aim_figure.h"

#include <array>

#include "ecosystem/innovation/innovation.h"
#include "ecosystem/innovation/stage.h"

namespace tributary::ecosystem {
namespace {

enum class Parts : std::uint8_t { none, oslo_types, novelty_scopes, stages };

struct MeasureEntry {
  std::string_view name;
  Aim aim;
  AimUnit unit;
  Parts parts;
};

/// By measure.
constexpr std::array<MeasureEntry, kAimMeasures> kMeasures{{
    {"enterprises_in_vet_projects", Aim::contribution, AimUnit::count, Parts::none},
    {"vet_share_of_organisations", Aim::contribution, AimUnit::share, Parts::none},
    {"vet_share_of_participations", Aim::contribution, AimUnit::share, Parts::none},
    {"vet_degree", Aim::contribution, AimUnit::partners, Parts::none},
    {"vet_brokerage", Aim::contribution, AimUnit::groups, Parts::none},
    {"new_ties_to_enterprises", Aim::contribution, AimUnit::count, Parts::none},
    {"new_ties_to_research", Aim::contribution, AimUnit::count, Parts::none},
    {"enterprise_innovations_with_vet_partner", Aim::contribution, AimUnit::share, Parts::none},
    {"innovating_providers", Aim::incidence, AimUnit::share, Parts::none},
    {"innovating_providers_by_type", Aim::incidence, AimUnit::share, Parts::oslo_types},
    {"innovating_providers_by_novelty", Aim::incidence, AimUnit::share, Parts::novelty_scopes},
    {"stage_entries", Aim::incidence, AimUnit::per_hundred_providers, Parts::stages},
    {"stage_survival", Aim::incidence, AimUnit::share, Parts::stages},
    {"stage_days", Aim::incidence, AimUnit::days, Parts::stages},
    {"learners_reached", Aim::incidence, AimUnit::share, Parts::none},
}};

const MeasureEntry& entry_of(AimMeasure measure) {
  return kMeasures[static_cast<std::size_t>(measure)];
}

std::uint8_t parts_of(AimMeasure measure) {
  switch (entry_of(measure).parts) {
    case Parts::none:
      return 1;
    case Parts::oslo_types:
      return static_cast<std::uint8_t>(OsloType::external_relations) + 1;
    case Parts::novelty_scopes:
      return static_cast<std::uint8_t>(NoveltyScope::eu) + 1;
    case Parts::stages:
      return kStages;
  }
  return 0;
}

}  // namespace

std::string_view name_of(Aim aim) {
  return aim == Aim::contribution ? "contribution" : "incidence";
}

std::string_view name_of(AimMeasure measure) { return entry_of(measure).name; }

std::string_view name_of(AimUnit unit) {
  switch (unit) {
    case AimUnit::count:
      return "count";
    case AimUnit::share:
      return "share";
    case AimUnit::per_hundred_providers:
      return "per_hundred_providers";
    case AimUnit::days:
      return "days";
    case AimUnit::partners:
      return "partners";
    case AimUnit::groups:
      return "groups";
  }
  return {};
}

std::string_view part_name(AimFigure figure) {
  switch (entry_of(figure.measure).parts) {
    case Parts::none:
      return {};
    case Parts::oslo_types:
      return name_of(static_cast<OsloType>(figure.part));
    case Parts::novelty_scopes:
      return name_of(static_cast<NoveltyScope>(figure.part));
    case Parts::stages:
      return name_of(static_cast<Stage>(figure.part));
  }
  return {};
}

std::string name_of(AimFigure figure) {
  std::string name(name_of(figure.measure));
  const auto part = part_name(figure);
  return part.empty() ? name : name.append("-").append(part);
}

Aim aim_of(AimMeasure measure) { return entry_of(measure).aim; }

AimUnit unit_of(AimMeasure measure) { return entry_of(measure).unit; }

std::vector<AimFigure> all_aim_figures() {
  std::vector<AimFigure> figures;
  for (std::size_t number = 0; number < kAimMeasures; ++number) {
    const auto measure = static_cast<AimMeasure>(number);
    for (std::uint8_t part = 0; part < parts_of(measure); ++part)
      figures.push_back({measure, part});
  }
  return figures;
}

Result<AimFigure> aim_figure_from_name(std::string_view name) {
  for (const auto figure : all_aim_figures()) {
    if (name_of(figure) == name) return figure;
  }
  return fail(ErrorCode::not_found, "there is no such figure", std::string(name));
}

}  // namespace tributary::ecosystem
