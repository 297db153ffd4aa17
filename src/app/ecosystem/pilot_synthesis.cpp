#include "app/ecosystem/pilot_synthesis.h"

#include <algorithm>
#include <map>

#include "app/ecosystem/pilot_moderators.h"
#include "evidence/synthesis/funnel_asymmetry.h"
#include "evidence/synthesis/synthesis.h"
#include "evidence/synthesis/three_level.h"

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

/// A difference of shares is never beyond −1 or 1, whatever the normal curve says.
void keep_within_shares(PooledEffect& pooled) {
  const auto keep = [](evidence::Interval& interval) {
    interval = {std::max(interval.low, -1.0), std::min(interval.high, 1.0)};
  };
  for (auto* interval : {&pooled.shown, &pooled.hartung_knapp, &pooled.normal}) keep(*interval);
  if (pooled.prediction) keep(*pooled.prediction);
}

/// Nothing where the countries do not tell variance between them from that within.
std::optional<NestedEffect> nested_effect(const std::vector<PooledPilot>& pilots,
                                          const std::vector<evidence::EffectEstimate>& effects,
                                          ecosystem::OutcomeKind kind) {
  std::map<std::string, std::int64_t> numbers;
  std::vector<std::int64_t> country_of;
  for (const auto& one : pilots) {
    const auto next = static_cast<std::int64_t>(numbers.size());
    country_of.push_back(numbers.try_emplace(one.pilot.member_state.value, next).first->second);
  }
  const auto found = evidence::pool_nested(effects, country_of, evidence::kUsualLevel);
  if (!found) return std::nullopt;
  NestedEffect nested{.countries = found->groups,
                      .value = found->by_groups.value,
                      .interval = found->by_groups.interval,
                      .between_countries = found->between_groups,
                      .within_countries = found->within_groups};
  if (kind == ecosystem::OutcomeKind::share) {
    nested.interval = {std::max(nested.interval.low, -1.0), std::min(nested.interval.high, 1.0)};
  }
  return nested;
}

FunnelFinding funnel_of(const std::vector<evidence::EffectEstimate>& effects) {
  FunnelFinding funnel{.rests_on_few = effects.size() < evidence::kStudiesForAsymmetry};
  const auto found = evidence::funnel_asymmetry(effects, evidence::kUsualLevel);
  if (found) {
    const auto& [value, error, statistic, p_value, interval] = found->intercept;
    funnel.asymmetry = PilotMean{value, error, p_value, interval};
  } else {
    funnel.why_not = found.error().message;
  }
  return funnel;
}

std::string reason_against_pooling(const std::vector<PooledPilot>& pilots) {
  if (pilots.empty()) return "No pilot has been analysed yet.";
  if (pilots.size() == 1) return "One pilot is not pooled: it stands for itself.";
  if (std::ranges::any_of(pilots, &PooledPilot::is_coarse)) {
    return "One of the pilots tells of fewer than five learners, so its figures are rounded here, "
           "and what all come to together is shown to the team and to evaluators alone.";
  }
  return {};
}

}  // namespace

OutcomeSynthesis synthesis_of(const ecosystem::PilotOutcome& outcome,
                              std::vector<PooledPilot> pilots) {
  OutcomeSynthesis synthesis{.outcome = outcome, .pilots = std::move(pilots)};
  synthesis.why_not = reason_against_pooling(synthesis.pilots);
  if (!synthesis.why_not.empty()) return synthesis;
  std::vector<evidence::EffectEstimate> effects;
  for (const auto& one : synthesis.pilots) {
    effects.push_back({.value = one.effect.value, .variance = one.effect.variance});
  }
  const auto pooled = evidence::pool(effects, {});
  if (!pooled) {
    synthesis.why_not = pooled.error().message;
    return synthesis;
  }
  const auto kept = [&](const evidence::Synthesis& one) {
    auto effect = pooled_effect(one);
    if (outcome.kind == ecosystem::OutcomeKind::share) keep_within_shares(effect);
    return effect;
  };
  synthesis.pooled = kept(*pooled);
  synthesis.nested = nested_effect(synthesis.pilots, effects, outcome.kind);
  synthesis.funnel = funnel_of(effects);
  synthesis.moderators = moderators_of(synthesis.pilots);
  if (effects.size() < 3) return synthesis;
  const auto without = evidence::leave_one_out(effects, {});
  if (!without) return synthesis;
  for (const auto& one : *without) synthesis.leave_one_out.push_back(kept(one));
  return synthesis;
}

}  // namespace tributary::app
