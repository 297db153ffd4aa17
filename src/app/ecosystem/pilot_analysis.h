// app/ecosystem/pilot_analysis.h
//
// What the data of a pilot come to, by its protocol. The same input gives the same figures to the
// last bit, so an analysis can be run again and compared.
//
//   const auto effects = TRY(analyse_pilot(input));
//   effects.front().value  →  0.41, above 0: better
//
// Safe to call from any thread; nothing depends on anything but the input.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ecosystem/pilot/outcome_data.h"
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

/// The measure of an outcome that is a share.
inline constexpr std::string_view kShareMeasure = "risk_difference";

/// By outcome, in the protocol's order; above 0 is better for learners. Learners in groups that
/// were assigned as such are adjusted by the intraclass correlation that the protocol assumed. An
/// outcome that is not primary and has no figure is not there. The input hash is SHA-256 over all
/// of the input. Reads the data once. Errors: `unmet` naming a primary outcome of which no effect
/// can be computed, and why; `corrupt` for damaged input; those of reading the data.
Result<std::vector<store::PilotEffect>> analyse_pilot(const PilotInput& input);

/// Where two results differ, field by field: "outcome 1, value: 0.41 stored, 0.42 now". Empty where
/// they are the same to the last bit.
std::vector<std::string> differences_of(const std::vector<store::PilotEffect>& stored,
                                        const std::vector<store::PilotEffect>& now);

}  // namespace tributary::app
