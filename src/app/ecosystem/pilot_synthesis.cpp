// What several pilots come to together; see pilot_analysis.h.
#include "app/ecosystem/pilot_analysis.h"
#include "evidence/synthesis/synthesis.h"

namespace tributary::app {
namespace {

PooledEffect pooled_effect(const evidence::Synthesis& synthesis) {
  const auto& heterogeneity = synthesis.heterogeneity;
  return {.pilots = synthesis.studies,
          .value = synthesis.mean.value,
          .shown = synthesis.shown,
          .hartung_knapp = synthesis.mean.interval,
          .normal = synthesis.normal.interval,
          .tau_squared = heterogeneity.tau_squared,
          .i_squared = heterogeneity.i_squared,
          .q = heterogeneity.q,
          .q_p_value = heterogeneity.q_p_value,
          .i_squared_interval = heterogeneity.i_squared_interval,
          .prediction = synthesis.prediction,
          .weights = synthesis.weights};
}

}  // namespace

OutcomeSynthesis synthesis_of(std::string outcome, std::vector<PooledPilot> pilots) {
  OutcomeSynthesis synthesis{.outcome = std::move(outcome), .pilots = std::move(pilots)};
  std::vector<evidence::EffectEstimate> effects;
  for (const auto& [pilot, effect] : synthesis.pilots) {
    effects.push_back({.value = effect.value, .variance = effect.variance});
  }
  if (effects.size() < 2) {
    synthesis.why_not = effects.empty() ? "No pilot has been analysed yet."
                                        : "One pilot is not pooled: it stands for itself.";
    return synthesis;
  }
  const auto pooled = evidence::pool(effects, {});
  if (!pooled) {
    synthesis.why_not = pooled.error().message;
    return synthesis;
  }
  synthesis.pooled = pooled_effect(*pooled);
  if (effects.size() < 3) return synthesis;
  const auto without = evidence::leave_one_out(effects, {});
  if (!without) return synthesis;
  for (const auto& one : *without) synthesis.leave_one_out.push_back(pooled_effect(one));
  return synthesis;
}

}  // namespace tributary::app
