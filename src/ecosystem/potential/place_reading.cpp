#include "ecosystem/potential/place_reading.h"

#include <algorithm>

#include "ecosystem/pilot/evidence_level.h"

namespace tributary::ecosystem {
namespace {

using Why = PotentialReason;

double number(std::uint64_t count) { return static_cast<double>(count); }

Strength strength_of(const ChecklistCounts& counts) {
  if (counts.unknown >= kUnknownOfUnknown) return Strength::unknown;
  if (counts.no >= kNoOfWeak) return Strength::weak;
  const bool is_sure = counts.no == 0 && counts.unknown == 0 && counts.yes >= kYesOfStrong;
  return is_sure ? Strength::strong : Strength::mixed;
}

struct SortedItems {
  std::vector<std::string> ready, on_the_way, far, unassessed;
};

SortedItems sorted_items(const std::vector<ReadyItem>& items) {
  SortedItems sorted;
  for (const auto& item : items) {
    auto& list = !item.level                    ? sorted.unassessed
                 : is_ready(item)               ? sorted.ready
                 : *item.level <= Level::ad_hoc ? sorted.far
                                                : sorted.on_the_way;
    list.push_back(item.key.value);
  }
  return sorted;
}

Strength strength_of(const SortedItems& items) {
  if (!items.far.empty()) return Strength::weak;
  if (!items.on_the_way.empty()) return Strength::mixed;
  if (items.ready.empty()) return Strength::unknown;
  return items.unassessed.empty() ? Strength::strong : Strength::mixed;
}

Strength strength_of(const AdoptionFacts& facts) {
  if (facts.providers_heard == 0) return Strength::unknown;
  const auto stopped = facts.ever_adopted - facts.providers_using;
  if (facts.providers_using == 0 || stopped > facts.providers_using) return Strength::weak;
  const bool is_at_scale =
      number(facts.providers_using) >= kProvidersAtScale && facts.states_using >= 2;
  return is_at_scale ? Strength::strong : Strength::mixed;
}

void add_use_here(const AdoptionFacts& facts, std::vector<StatedReason>& reasons) {
  const auto& state = facts.target.value;
  if (state.empty()) return;
  if (facts.heard_here == 0) {
    reasons.push_back({Why::not_heard_here, {}, {state}});
  } else if (facts.using_here == 0) {
    reasons.push_back({Why::not_used_here, {number(facts.heard_here)}, {state}});
  } else {
    reasons.push_back(
        {Why::used_here, {number(facts.using_here), number(facts.heard_here)}, {state}});
  }
}

}  // namespace

PotentialReading read_scalability(const ScalabilityFacts& facts) {
  PotentialReading reading;
  if (!facts.case_of) {
    reading.reasons.push_back({Why::no_case});
    return reading;
  }
  const auto counts = counts_of(facts.checklist);
  reading.strength = strength_of(counts);
  reading.reasons.push_back(
      {Why::answers,
       {number(counts.yes), number(counts.partly), number(counts.no), number(counts.unknown)},
       {}});
  if (counts.no > 0) {
    StatedReason said_no{Why::answered_no};
    for (std::size_t item = 0; item < facts.checklist.size(); ++item) {
      if (facts.checklist[item].answer == ChecklistAnswer::no) {
        said_no.numbers.push_back(number(item + 1));
      }
    }
    reading.reasons.push_back(std::move(said_no));
  }
  if (!facts.target.value.empty() && *facts.case_of != facts.target) {
    reading.reasons.push_back({Why::case_of_other_state, {}, {facts.case_of->value}});
  }
  return reading;
}

PotentialReading read_cost(const CostFacts& facts) {
  PotentialReading reading;
  if (facts.at_scale) {
    reading.strength = Strength::known;
    reading.reasons.push_back(
        {Why::cost_here, {static_cast<double>(facts.at_scale->cents) / 100}, {facts.target.value}});
  } else {
    reading.reasons.push_back({Why::no_cost});
  }
  if (!facts.known_elsewhere.empty()) {
    StatedReason elsewhere{Why::cost_elsewhere};
    for (const auto& state : facts.known_elsewhere) elsewhere.names.push_back(state.value);
    reading.reasons.push_back(std::move(elsewhere));
  }
  if (!facts.per_learner.empty()) {
    reading.strength = Strength::known;
    const auto [lowest, highest] = std::ranges::minmax(facts.per_learner);
    reading.reasons.push_back(
        {Why::cost_per_learner, {lowest, highest, static_cast<double>(facts.per_learner.size())}});
  }
  if (facts.is_described) reading.reasons.push_back({Why::cost_described});
  return reading;
}

bool is_ready(const ReadyItem& item) {
  return item.level && *item.level >= item.target.value_or(Level::established);
}

PotentialReading read_readiness(const ReadinessFacts& facts) {
  PotentialReading reading;
  const auto& state = facts.target.value;
  if (state.empty()) {
    reading.reasons.push_back({Why::no_state_chosen});
    return reading;
  }
  if (!facts.has_application || facts.is_discontinued) {
    const auto code = facts.is_discontinued ? Why::discontinued : Why::no_application;
    reading.reasons.push_back({code, {}, {state}});
    return reading;
  }
  if (facts.items.empty()) {
    reading.reasons.push_back({Why::addresses_nothing});
    return reading;
  }
  auto items = sorted_items(facts.items);
  reading.strength = strength_of(items);
  const auto add = [&](Why code, std::vector<std::string>& keys) {
    if (!keys.empty()) reading.reasons.push_back({code, {}, std::move(keys)});
  };
  add(Why::far_items, items.far);
  add(Why::short_items, items.on_the_way);
  add(Why::ready_items, items.ready);
  add(Why::unassessed_items, items.unassessed);
  return reading;
}

PotentialReading read_adoption(const AdoptionFacts& facts) {
  PotentialReading reading{.strength = strength_of(facts), .reasons = {}};
  if (facts.providers_heard == 0) {
    reading.reasons.push_back({Why::nobody_heard});
    return reading;
  }
  if (facts.providers_using == 0) {
    reading.reasons.push_back({Why::nobody_uses, {number(facts.providers_heard)}, {}});
  } else {
    reading.reasons.push_back(
        {Why::in_use, {number(facts.providers_using), number(facts.states_using)}, {}});
  }
  if (facts.ever_adopted > facts.providers_using) {
    reading.reasons.push_back(
        {Why::given_up,
         {number(facts.ever_adopted - facts.providers_using), number(facts.ever_adopted)},
         {}});
  }
  add_use_here(facts, reading.reasons);
  return reading;
}

PotentialReading read_forecast(const ForecastFacts& facts) {
  if (!facts.end) return {.strength = Strength::unknown, .reasons = {facts.why_not}};
  const auto& end = *facts.end;
  return {.strength = Strength::known,
          .reasons = {{Why::forecast_to,
                       {static_cast<double>(end.year), end.expected, end.low, end.high},
                       {}}}};
}

}  // namespace tributary::ecosystem
