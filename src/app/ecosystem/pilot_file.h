// app/ecosystem/pilot_file.h
//
// All that is known of one pilot, read at one moment.
//
// Thread rule: as the connection; what is read is plain data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/ecosystem/innovation_file.h"
#include "app/ecosystem/pilot_analysis.h"
#include "store/pilot/pilot_delivery.h"

namespace tributary::app {

struct PilotFile {
  store::StoredPilot stored;
  store::StoredProtocol protocol;
  std::vector<store::ProtocolText> texts;
  /// The text that counts for this pilot and what it says: that which stood when its data were
  /// locked, so that nobody amends once they are there; until then the latest. 0: none is
  /// registered.
  std::int64_t text_number = 0;
  ecosystem::PilotProtocol declared;
  std::optional<ecosystem::ParticipantFlow> flow;
  std::optional<store::PilotData> data;
  store::PilotFigures figures;              ///< of the data
  std::vector<ecosystem::ArmSummary> arms;  ///< by the text that counts
  std::optional<ecosystem::PilotDelivery> delivery;
  InnovationFile innovation;
};

/// Errors: `not_found`.
Result<PilotFile> read_pilot_file(sql::Connection& connection, store::PilotId id);

/// What the analysis depends on. REQUIRES: a registered text and data; the connection outlives it.
PilotInput input_of(sql::Connection& connection, const PilotFile& file, std::int64_t text_number);

/// What the arms of the protocol come to, to be kept beside the data.
store::PilotFigures figures_to_keep(const ecosystem::PilotProtocol& protocol, bool is_of_learners,
                                    std::int64_t rows,
                                    const std::vector<ecosystem::ArmSummary>& arms);

/// The needs of the next move that are met, without what is stated with it. `why_not` gets what
/// keeps the data from being locked, in a sentence.
ecosystem::EnumSet<ecosystem::PilotNeed> needs_met(const PilotFile& file, std::string& why_not);

/// What the actor is to the pilot: its lead, who still is one in the team; an evaluator, of
/// whichever organisation.
ecosystem::Roles roles_in_pilot(const PilotFile& file, const ecosystem::Actor& actor);

/// Whether the actor may give it another lead, and to whom it can be given now.
bool may_hand_over(const PilotFile& file, const ecosystem::Actor& actor);
std::vector<ecosystem::PersonId> who_may_take_over(const PilotFile& file);

/// Whether figures of few learners may be shown: to the team, and to evaluators without a part in
/// the innovation.
bool sees_small_cells(const InnovationFile& file, const ecosystem::Actor& actor);

/// "pilot/7", as the audit trail names it.
std::string subject_of_pilot(store::PilotId id);
std::string subject_of_protocol(store::ProtocolId id);

}  // namespace tributary::app
