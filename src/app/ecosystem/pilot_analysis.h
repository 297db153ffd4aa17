// app/ecosystem/pilot_analysis.h
//
// What the data of a pilot come to, by its protocol, and what several pilots come to together. The
// same input gives the same figures to the last bit, so an analysis can be run again and compared.
//
//   const auto effects = TRY(analyse_pilot(input));
//   effects.front().value  →  0.41, above 0: better
//
// Safe to call from any thread; nothing depends on anything but the input.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ecosystem/pilot/outcome_data.h"
#include "evidence/distribution/interval.h"
#include "store/pilot/pilots.h"

namespace tributary::app {

/// Gives the text of data to a reader in pieces of whole lines. Errors: those of reading them, and
/// those of the reader.
using DataText = std::function<Result<>(const std::function<Result<>(std::string_view)>& reader)>;

/// All that an analysis depends on.
struct PilotInput {
  std::int64_t text_number = 1;
  std::string protocol_text;  ///< the registered one that stands
  DataText data;
  /// The registered one that stood when the first data came.
  std::string protocol_text_when_data_came;
};

/// By outcome, in the protocol's order; above 0 is better for learners. Learners in groups that
/// were assigned as such are adjusted by the intraclass correlation that the protocol assumed. An
/// outcome that is not primary and has no figure is not there. The input hash is SHA-256 over all
/// of the input. Reads the data once. Errors: `unmet` naming a primary outcome of which no effect
/// can be computed, and why; `corrupt` for damaged input; those of reading the data.
Result<std::vector<store::PilotEffect>> analyse_pilot(const PilotInput& input);

struct PooledPilot {
  store::StoredPilot pilot;
  store::PilotEffect effect;
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

/// One primary outcome over the pilots of a protocol.
struct OutcomeSynthesis {
  std::string outcome;
  std::vector<PooledPilot> pilots;  ///< all that were analysed, declared in advance
  std::optional<PooledEffect> pooled;
  std::vector<PooledEffect> leave_one_out;  ///< by pilot; from three on
  std::string why_not;                      ///< there is no pooled effect; a sentence
};

/// REQUIRES: nothing exploratory among the pilots, and one protocol of them all.
OutcomeSynthesis synthesis_of(std::string outcome, std::vector<PooledPilot> pilots);

/// Where two results differ, field by field: "outcome 1, value: 0.41 stored, 0.42 now". Empty where
/// they are the same to the last bit.
std::vector<std::string> differences_of(const std::vector<store::PilotEffect>& stored,
                                        const std::vector<store::PilotEffect>& now);

}  // namespace tributary::app
