#include "ecosystem/potential/effect_reading.h"

#include <algorithm>

namespace tributary::ecosystem {
namespace {

using Why = PotentialReason;

std::vector<double> numbers_of(const EffectRange& range) {
  return {range.value, range.low, range.high};
}

Strength strength_of(const EffectFacts& facts) {
  const auto& [value, low, high] = *facts.estimate;
  if (value <= 0) return Strength::weak;
  const bool is_sure = low > 0 && facts.is_controlled && facts.pilots > 1;
  return is_sure ? Strength::strong : Strength::mixed;
}

Strength strength_elsewhere(const TransferFacts& facts) {
  if (facts.prediction->high < 0) return Strength::weak;
  const bool is_sure = facts.prediction->low > 0 && facts.states.size() > 1;
  return is_sure ? Strength::strong : Strength::mixed;
}

Why code_of_prediction(const EffectRange& prediction) {
  if (prediction.low > 0) return Why::likely_elsewhere;
  return prediction.high < 0 ? Why::harm_elsewhere : Why::not_sure_elsewhere;
}

void add_states(const TransferFacts& facts, std::vector<StatedReason>& reasons) {
  std::vector<std::string> names;
  for (const auto& [state, pilots, effect] : facts.states) names.push_back(state.value);
  const auto code = names.size() == 1 ? Why::one_country : Why::several_countries;
  reasons.push_back({code, {}, std::move(names)});
  if (facts.target.value.empty()) return;
  const auto here = std::ranges::find(facts.states, facts.target, &EffectInState::state);
  if (here == facts.states.end()) {
    reasons.push_back({Why::not_tried_here, {}, {facts.target.value}});
  } else {
    reasons.push_back({Why::tried_here, numbers_of(here->effect), {facts.target.value}});
  }
}

}  // namespace

PotentialReading read_evidence(const EvidenceLevel& level) {
  PotentialReading reading{
      .strength = Strength::unknown,
      .reasons = {{Why::evidence_level, {static_cast<double>(level.level)}, {}}}};
  if (level.level > 0) reading.strength = Strength::weak;
  if (level.level == 3 || (level.level > 3 && level.worse > 0)) reading.strength = Strength::mixed;
  if (level.level > 3 && level.worse == 0) reading.strength = Strength::strong;
  if (!level.wanted.empty()) {
    StatedReason raise{Why::would_raise};
    for (const auto fact : level.wanted) raise.names.emplace_back(name_of(fact));
    reading.reasons.push_back(std::move(raise));
  }
  if (level.worse > 0) {
    reading.reasons.push_back({Why::pilots_worse, {static_cast<double>(level.worse)}, {}});
  }
  if (level.unclear > 0) {
    reading.reasons.push_back({Why::pilots_unclear, {static_cast<double>(level.unclear)}, {}});
  }
  return reading;
}

PotentialReading read_effect(const EffectFacts& facts) {
  PotentialReading reading;
  if (!facts.estimate) {
    reading.reasons.push_back({facts.pilots == 0 ? Why::no_pilot : Why::not_pooled});
    return reading;
  }
  const auto& estimate = *facts.estimate;
  reading.strength = strength_of(facts);
  auto numbers = numbers_of(estimate);
  if (facts.pilots == 1) {
    reading.reasons.push_back({Why::one_pilot, std::move(numbers), {}});
  } else {
    numbers.insert(numbers.begin(), static_cast<double>(facts.pilots));
    reading.reasons.push_back({Why::pilots_together, std::move(numbers), {}});
  }
  if (estimate.high < 0) {
    reading.reasons.push_back({Why::may_be_harm});
  } else if (estimate.low <= 0) {
    reading.reasons.push_back({Why::may_be_nothing});
  }
  if (!facts.is_controlled) reading.reasons.push_back({Why::no_control_group});
  return reading;
}

PotentialReading read_transferability(const TransferFacts& facts) {
  PotentialReading reading;
  if (facts.pilots == 0) {
    reading.reasons.push_back({Why::no_pilot});
    return reading;
  }
  const auto pilots = static_cast<double>(facts.pilots);
  if (facts.prediction) {
    const auto& prediction = *facts.prediction;
    reading.strength = strength_elsewhere(facts);
    reading.reasons.push_back(
        {code_of_prediction(prediction), {prediction.low, prediction.high}, {}});
  } else {
    reading.reasons.push_back({Why::too_few_to_predict, {pilots}, {}});
  }
  if (facts.i_squared && *facts.i_squared > kHighHeterogeneity) {
    reading.reasons.push_back({Why::pilots_differ, {*facts.i_squared}, {}});
  }
  add_states(facts, reading.reasons);
  if (facts.pilots < kPilotsForModerators) {
    reading.reasons.push_back(
        {Why::too_few_for_moderators, {pilots, static_cast<double>(kPilotsForModerators)}, {}});
  } else if (const auto& size = facts.pilot_size) {
    const bool matters = size->low > 0 || size->high < 0;
    reading.reasons.push_back(
        {matters ? Why::size_matters : Why::size_does_not_matter, numbers_of(*size), {}});
  }
  return reading;
}

}  // namespace tributary::ecosystem
