#include "app/ecosystem/pilot_moderators.h"

#include <algorithm>
#include <array>
#include <map>

#include "evidence/synthesis/meta_regression.h"

namespace tributary::app {
namespace {

using Effects = std::vector<evidence::EffectEstimate>;

evidence::EffectEstimate estimate_of(const PooledPilot& pilot) {
  return {.value = pilot.effect.value, .variance = pilot.effect.variance};
}

void regress_on(ModeratorFinding& finding, const Effects& effects,
                const std::vector<std::vector<double>>& columns) {
  finding.pilots = effects.size();
  finding.needed = kPilotsForAModerator * columns.size();
  if (effects.size() < finding.needed) {
    finding.refusal = ModeratorRefusal::too_few;
    return;
  }
  const auto found = evidence::regress(effects, columns, {});
  if (!found) {
    finding.refusal = ModeratorRefusal::not_computed;
    return;
  }
  ModeratorFit fit{.tau_squared = found->tau_squared,
                   .r_squared = found->r_squared,
                   .p_value = found->omnibus_p_value};
  for (const auto& [value, error, statistic, p_value, interval] : found->coefficients) {
    fit.coefficients.push_back({value, error, p_value, interval});
  }
  finding.found = std::move(fit);
}

/// Each country beside the one with most pilots; of several such, the first by its code.
ModeratorFinding by_country(const std::vector<PooledPilot>& pilots) {
  ModeratorFinding finding{.moderator = Moderator::country, .pilots = pilots.size()};
  std::map<std::string, std::size_t> countries;
  for (const auto& one : pilots) ++countries[one.pilot.member_state.value];
  if (countries.size() < 2) {
    finding.refusal =
        countries.empty() ? ModeratorRefusal::not_recorded : ModeratorRefusal::never_differs;
    return finding;
  }
  finding.compared_with =
      std::ranges::max_element(countries, {}, [](const auto& one) { return one.second; })->first;
  std::vector<std::vector<double>> columns;
  for (const auto& [country, count] : countries) {
    if (country == finding.compared_with) continue;
    finding.names.push_back(country);
    auto& column = columns.emplace_back();
    for (const auto& one : pilots) {
      column.push_back(one.pilot.member_state.value == country ? 1 : 0);
    }
  }
  Effects effects;
  for (const auto& one : pilots) effects.push_back(estimate_of(one));
  regress_on(finding, effects, columns);
  return finding;
}

/// Over the pilots that tell the number: a missing one is not guessed.
ModeratorFinding by_number(Moderator moderator, const std::vector<PooledPilot>& pilots,
                           std::optional<double> PooledPilot::* number) {
  ModeratorFinding finding{.moderator = moderator};
  Effects effects;
  std::vector<double> column;
  for (const auto& one : pilots) {
    if (!(one.*number)) continue;
    effects.push_back(estimate_of(one));
    column.push_back(*(one.*number));
  }
  finding.pilots = effects.size();
  if (column.empty()) {
    finding.refusal = ModeratorRefusal::not_recorded;
    return finding;
  }
  const auto [least, most] = std::ranges::minmax(column);
  if (least == most && column.size() > 1) {
    finding.refusal = ModeratorRefusal::never_differs;
    return finding;
  }
  regress_on(finding, effects, {column});
  return finding;
}

}  // namespace

std::string_view name_of(Moderator moderator) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"country", "fidelity", "cost_per_learner"});
  return kNames[static_cast<std::size_t>(moderator)];
}

std::string_view name_of(ModeratorRefusal refusal) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"none", "not_recorded", "never_differs", "too_few", "not_computed"});
  return kNames[static_cast<std::size_t>(refusal)];
}

std::vector<ModeratorFinding> moderators_of(const std::vector<PooledPilot>& pilots) {
  return {by_country(pilots), by_number(Moderator::fidelity, pilots, &PooledPilot::fidelity),
          by_number(Moderator::cost_per_learner, pilots, &PooledPilot::cost_per_learner)};
}

}  // namespace tributary::app
