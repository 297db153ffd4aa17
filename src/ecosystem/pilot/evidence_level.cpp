#include "ecosystem/pilot/evidence_level.h"

#include <algorithm>
#include <array>
#include <set>

namespace tributary::ecosystem {
namespace {

/// What each level asks for beyond the one before.
struct LevelNeed {
  EvidenceFact fact;
  int level;
};

constexpr auto kLevelNeeds = std::to_array<LevelNeed>({{EvidenceFact::account, 1},
                                                       {EvidenceFact::change, 2},
                                                       {EvidenceFact::control, 3},
                                                       {EvidenceFact::replication, 4},
                                                       {EvidenceFact::cost, 4},
                                                       {EvidenceFact::countries, 5},
                                                       {EvidenceFact::scale, 5}});
static_assert(kLevelNeeds.size() == kEvidenceFacts);

bool counts(const PilotFinding& pilot) { return !pilot.is_exploratory && pilot.low > 0; }

/// A pilot that was handed over is not another lead's for that.
bool is_led_by_others(const PilotFinding& one, const PilotFinding& other) {
  return std::ranges::find_first_of(one.leads, other.leads) == one.leads.end();
}

std::set<EvidenceFact> facts_there(const EvidenceFacts& facts) {
  std::set<EvidenceFact> there;
  if (facts.has_account) there.insert(EvidenceFact::account);
  if (facts.has_cost) there.insert(EvidenceFact::cost);
  std::vector<const PilotFinding*> controlled;
  for (const auto& pilot : facts.pilots) {
    if (!counts(pilot)) continue;
    there.insert(EvidenceFact::change);
    if (has_control(pilot.design)) controlled.push_back(&pilot);
  }
  if (!controlled.empty()) there.insert(EvidenceFact::control);
  for (const auto* one : controlled) {
    for (const auto* other : controlled) {
      const bool is_by_others = is_led_by_others(*one, *other) && one->site != other->site;
      if (is_by_others) there.insert(EvidenceFact::replication);
      if (is_by_others && one->country != other->country) there.insert(EvidenceFact::countries);
    }
  }
  if (facts.providers_using >= kProvidersAtScale && facts.states_using > 1) {
    there.insert(EvidenceFact::scale);
  }
  return there;
}

}  // namespace

std::string_view name_of(EvidenceFact fact) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"account", "change", "control", "replication", "cost", "countries", "scale"});
  return kNames[static_cast<std::size_t>(fact)];
}

EvidenceLevel evidence_level(const EvidenceFacts& facts) {
  const auto there = facts_there(facts);
  EvidenceLevel found{.level = kHighestEvidenceLevel, .there = {there.begin(), there.end()}};
  for (const auto& [fact, level] : kLevelNeeds) {
    if (!there.contains(fact)) found.level = std::min(found.level, level - 1);
  }
  for (const auto& [fact, level] : kLevelNeeds) {
    if (level == found.level + 1 && !there.contains(fact)) found.wanted.push_back(fact);
  }
  for (const auto& pilot : facts.pilots) {
    ++(pilot.low > 0 ? found.better : pilot.high < 0 ? found.worse : found.unclear);
  }
  return found;
}

}  // namespace tributary::ecosystem
