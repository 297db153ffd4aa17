// ecosystem/potential/effect_reading.h: whether it works, and whether that is to be expected
// elsewhere. Pure functions; safe to call from any thread.
#pragma once

#include <optional>

#include "ecosystem/framework/agreement.h"
#include "ecosystem/pilot/evidence_level.h"
#include "ecosystem/potential/potential_reading.h"

namespace tributary::ecosystem {

/// Fewer pilots than this cannot tell a moderator from chance (Higgins et al., Cochrane Handbook,
/// 10.11.4: ten studies for each).
inline constexpr std::int64_t kPilotsForModerators = 10;

/// Above this share of what varies, pilots are said to differ (as of Higgins et al. 2003: high).
inline constexpr double kHighHeterogeneity = 0.75;

/// With its interval of 95 %; above 0 is better for learners.
struct EffectRange {
  double value = 0, low = 0, high = 0;
  bool operator==(const EffectRange&) const = default;
};

struct EffectFacts {
  std::int64_t pilots = 0;  ///< analysed, and declared in advance
  bool is_controlled = false;
  std::optional<EffectRange> estimate;  ///< of one pilot its own; nothing where they are not pooled
};

struct EffectInState {
  StateCode state;
  std::int64_t pilots = 0;
  EffectRange effect;
};

struct TransferFacts {
  std::int64_t pilots = 0;
  std::vector<EffectInState> states;
  std::optional<EffectRange> prediction;  ///< of a next pilot, from three on
  std::optional<double> i_squared;
  /// What the effect grows by with each hundred learners of a pilot; with enough pilots.
  std::optional<EffectRange> pilot_size;
  StateCode target;  ///< that is looked at; empty: none
};

/// Strong from level 4 on, mixed on 3, weak on 1 and 2. A reported pilot that found harm makes what
/// is strong mixed. Level 0 is unknown.
PotentialReading read_evidence(const EvidenceLevel& level);

/// Strong where several controlled pilots lie above 0 together; weak where the value is not above
/// 0; else mixed, as is one pilot alone. Without an estimate unknown.
PotentialReading read_effect(const EffectFacts& facts);

/// Strong where the prediction interval lies above 0 and pilots took place in two states or more;
/// weak where it lies below; else mixed. Without a prediction interval unknown.
PotentialReading read_transferability(const TransferFacts& facts);

}  // namespace tributary::ecosystem
