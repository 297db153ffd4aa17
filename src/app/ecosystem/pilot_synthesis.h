// app/ecosystem/pilot_synthesis.h
//
// What several pilots of one protocol come to together, whether small ones found more than large
// ones, and what goes with larger effects.
//
// Measured outcomes are pooled in standard deviations, shares as differences of shares: that is the
// scale on which each pilot is told, so a reader is told of learners and never of odds. Shares that
// start from very different levels differ more on it than as odds; I² and the prediction interval
// show that. Pure functions; safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ecosystem/pilot/protocol.h"
#include "evidence/distribution/interval.h"
#include "store/pilot/pilots.h"

namespace tributary::app {

struct PooledPilot {
  store::StoredPilot pilot;
  store::PilotEffect effect;  ///< as the reader may see it
  bool is_coarse = false;     ///< rounded, as it would tell of few learners
  std::optional<double> fidelity;
  std::optional<double> cost_per_learner;  ///< euro
};

/// The mean of true effects by random effects: variance between pilots by restricted maximum
/// likelihood, interval by Hartung and Knapp.
struct PooledEffect {
  std::int64_t pilots = 0;
  double value = 0;
  evidence::Interval shown;  ///< the wider of the two others
  evidence::Interval hartung_knapp, normal;
  double tau_squared = 0, i_squared = 0, q = 0, q_p_value = 1;
  evidence::Interval i_squared_interval;
  std::optional<evidence::Interval> prediction;  ///< of a next pilot; from three on
  std::vector<double> weights;                   ///< of each pilot, adding up to 1
};

/// The same with pilots of one country more alike than those of several (evidence::pool_nested).
struct NestedEffect {
  std::int64_t countries = 0;
  double value = 0;
  evidence::Interval interval;  ///< at 95 %, by t with a degree of freedom less than countries
  double between_countries = 0, within_countries = 0;  ///< variances
};

/// A figure over pilots, with how sure it is.
struct PilotMean {
  double value = 0, standard_error = 0, p_value = 1;
  evidence::Interval interval;  ///< at 95 %
};

/// Whether small pilots found more.
struct FunnelFinding {
  std::optional<PilotMean> asymmetry;  ///< Egger's intercept, 0 where small ones found no more
  bool rests_on_few = true;            ///< pilots, as evidence::kStudiesForAsymmetry has it
  std::string why_not;                 ///< there is no test; a sentence
};

enum class Moderator : std::uint8_t { country, fidelity, cost_per_learner };

enum class ModeratorRefusal : std::uint8_t {
  none,
  not_recorded,   ///< by any pilot
  never_differs,  ///< as where all are in one country
  too_few,        ///< pilots
  not_computed,   ///< the regression has no solution
};

/// Of each coefficient; with fewer what is found is mostly chance (Cochrane Handbook, 10.11.5.1).
inline constexpr std::size_t kPilotsForAModerator = 10;

/// A regression of effects on a moderator.
struct ModeratorFit {
  std::vector<PilotMean> coefficients;  ///< the constant first
  double tau_squared = 0;               ///< that the moderator leaves
  std::optional<double> r_squared;      ///< the share of it that the moderator explains
  double p_value = 1;                   ///< of all coefficients together
};

/// Whether effects go with one property of pilots, over those that tell it.
struct ModeratorFinding {
  Moderator moderator = Moderator::country;
  std::size_t pilots = 0;          ///< that tell it
  std::size_t needed = 0;          ///< pilots, where that is known
  std::string compared_with;       ///< of countries, the one with most pilots
  std::vector<std::string> names;  ///< of countries, those that are compared with it
  std::optional<ModeratorFit> found;
  ModeratorRefusal refusal = ModeratorRefusal::none;
};

std::string_view name_of(Moderator moderator);
std::string_view name_of(ModeratorRefusal refusal);

/// One primary outcome over the pilots of a protocol.
struct OutcomeSynthesis {
  ecosystem::PilotOutcome outcome;
  std::vector<PooledPilot> pilots;  ///< all that were analysed, declared in advance
  std::optional<PooledEffect> pooled;
  std::optional<NestedEffect> nested;       ///< where a country of several has two pilots or more
  std::vector<PooledEffect> leave_one_out;  ///< by pilot; from three on
  std::string why_not;                      ///< there is no pooled effect; a sentence
  std::optional<FunnelFinding> funnel;      ///< where there is a pooled effect
  std::vector<ModeratorFinding> moderators;
};

/// With a pilot that is coarse nothing is pooled, as the rest would tell its figures. REQUIRES:
/// nothing exploratory among the pilots, one protocol of them all, and effects of one scale.
OutcomeSynthesis synthesis_of(const ecosystem::PilotOutcome& outcome,
                              std::vector<PooledPilot> pilots);

}  // namespace tributary::app
