#include "app/ecosystem/potential/effect_transfer.h"

#include <map>

#include "evidence/synthesis/meta_regression.h"

namespace tributary::app {
namespace {

namespace eco = ecosystem;

constexpr double kLearnersInAStep = 100;

eco::EffectRange range_of(const store::PilotEffect& effect) {
  return {.value = effect.value, .low = effect.low, .high = effect.high};
}

std::optional<eco::EffectRange> estimate_of(const OutcomeSynthesis& synthesis) {
  if (synthesis.pilots.size() == 1) return range_of(synthesis.pilots.front().effect);
  if (!synthesis.pooled) return std::nullopt;
  const auto& [low, high] = synthesis.pooled->shown;
  return eco::EffectRange{.value = synthesis.pooled->value, .low = low, .high = high};
}

/// What the effect grows by with each hundred learners more, for enough pilots.
std::optional<eco::EffectRange> size_slope_of(const OutcomeSynthesis& synthesis) {
  if (static_cast<std::int64_t>(synthesis.pilots.size()) < eco::kPilotsForModerators) {
    return std::nullopt;
  }
  std::vector<evidence::EffectEstimate> effects;
  std::vector<double> sizes;
  for (const auto& pooled : synthesis.pilots) {
    const auto& effect = pooled.effect;
    effects.push_back({.value = effect.value, .variance = effect.variance});
    sizes.push_back(static_cast<double>(effect.treated + effect.control) / kLearnersInAStep);
  }
  const std::vector<std::vector<double>> moderators{std::move(sizes)};
  const auto found = evidence::regress(effects, moderators, {});
  if (!found) return std::nullopt;
  const auto& slope = found->coefficients.back();
  return eco::EffectRange{
      .value = slope.value, .low = slope.interval.low, .high = slope.interval.high};
}

}  // namespace

eco::EffectFacts effect_facts_of(const OutcomeSynthesis& synthesis, bool is_controlled) {
  return {.pilots = static_cast<std::int64_t>(synthesis.pilots.size()),
          .is_controlled = is_controlled,
          .estimate = estimate_of(synthesis)};
}

eco::TransferFacts transfer_facts_of(const OutcomeSynthesis& synthesis,
                                     const eco::StateCode& target) {
  eco::TransferFacts facts{
      .pilots = static_cast<std::int64_t>(synthesis.pilots.size()), .states = {}, .target = target};
  std::map<eco::StateCode, std::vector<PooledPilot>> by_state;
  for (const auto& pooled : synthesis.pilots) by_state[pooled.pilot.member_state].push_back(pooled);
  for (auto& [state, pilots] : by_state) {
    const auto count = static_cast<std::int64_t>(pilots.size());
    const auto estimate = estimate_of(synthesis_of(synthesis.outcome, std::move(pilots)));
    if (estimate) facts.states.push_back({.state = state, .pilots = count, .effect = *estimate});
  }
  if (!synthesis.pooled) return facts;
  facts.pilot_size = size_slope_of(synthesis);
  facts.i_squared = synthesis.pooled->i_squared;
  if (const auto& prediction = synthesis.pooled->prediction) {
    facts.prediction = eco::EffectRange{
        .value = synthesis.pooled->value, .low = prediction->low, .high = prediction->high};
  }
  return facts;
}

}  // namespace tributary::app
