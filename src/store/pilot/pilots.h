// store/pilot/pilots.h
//
// Pilots as they stand now, their participants, what was measured and what came of it, and the
// moves between their states, which are only ever added to.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ecosystem/framework/agreement.h"
#include "ecosystem/pilot/participant_flow.h"
#include "ecosystem/pilot/pilot_state.h"
#include "store/pilot/pilot_protocols.h"

namespace tributary::store {

using PilotId = StrongId<struct PilotTag>;

struct StoredPilot {
  PilotId id;
  ProtocolId protocol;
  std::string site;
  ecosystem::StateCode member_state;
  ecosystem::PersonId lead;
  ecosystem::PilotState state = ecosystem::PilotState::planned;
  Revision revision{1};
  Timestamp planned, changed;
};

struct PilotMove {
  ecosystem::PilotAct act = ecosystem::PilotAct::terminate;
  ecosystem::PilotState from = ecosystem::PilotState::planned;
  ecosystem::PilotState to = ecosystem::PilotState::planned;
  std::string reasons;
  ecosystem::Role role = ecosystem::Role::pilot_lead;
  Timestamp at;
  ecosystem::PersonId by;
};

/// From one lead to another, who alone enters its data from then on.
struct PilotHandover {
  ecosystem::PersonId from, to;
  std::string reasons;
  Timestamp at;
  ecosystem::PersonId by;
};

/// What was measured, without its text, which may be long.
struct PilotData {
  std::string text_hash;
  Timestamp first_at;  ///< when the first came, whatever replaced them
  Timestamp at;
  ecosystem::PersonId by;
};

/// What the data come to by one text of the protocol, so that they need not be read again.
struct PilotFigures {
  bool is_of_learners = false;
  std::int64_t rows = 0;
  std::string protocol_hash;
  std::string text;  ///< ecosystem::text_of() the figures of each arm
};

struct ShareRatio {
  double value = 1, low = 1, high = 1;  ///< at 95 %
  bool operator==(const ShareRatio&) const = default;
};

/// Of an outcome that is a share: what its difference was computed from, and how else it is told.
struct ShareFigures {
  std::int64_t treated_events = 0, control_events = 0;
  /// Treated by control, as counted, whether less is better or not; nothing where it is not
  /// defined.
  std::optional<ShareRatio> risk_ratio, odds_ratio;
  bool operator==(const ShareFigures&) const = default;
};

/// What came of one outcome.
struct PilotEffect {
  std::string outcome;
  bool is_primary = false, is_exploratory = false;
  std::string measure;  ///< "hedges_g", …; "risk_difference" of a share
  double value = 0, variance = 0;
  double low = 0, high = 0;  ///< at 95 %
  double degrees_of_freedom = 0;
  double design_effect = 1;  ///< by which clustering made the variance larger
  std::optional<double> probability_better;
  std::int64_t treated = 0, control = 0;  ///< learners
  std::optional<ShareFigures> share;
  std::int64_t protocol_text = 1;  ///< its number
  std::string input_hash;
  bool operator==(const PilotEffect&) const = default;
};

/// Errors: `conflict` where the protocol has a pilot at that site.
Result<PilotId> insert_pilot(sql::Connection& connection, const StoredPilot& stored);

/// Errors: `not_found`.
Result<StoredPilot> pilot(sql::Connection& connection, PilotId id);

/// In the order in which they were planned.
Result<std::vector<StoredPilot>> pilots_of_protocol(sql::Connection& connection, ProtocolId id);

/// Who locked, analysed or reported a pilot of the innovation.
Result<std::vector<ecosystem::PersonId>> evaluators_of(sql::Connection& connection,
                                                       ecosystem::InnovationId innovation);

/// Of all that were analysed.
Result<std::vector<PilotId>> analysed_pilots(sql::Connection& connection);

/// In which there is something to do: those that the person leads, or where an evaluator has
/// something to do, those that are running and not reported yet. By their numbers.
Result<std::vector<PilotId>> open_pilots_of_lead(sql::Connection& connection,
                                                 ecosystem::PersonId person);
Result<std::vector<PilotId>> pilots_before_evaluators(sql::Connection& connection);

/// Writes state and lead, one revision further. REQUIRES: it was read in this transaction.
Result<> update_pilot(sql::Connection& connection, const StoredPilot& stored, Timestamp at);

/// REQUIRES: `from` is what the pilot was read as in this transaction.
Result<> insert_pilot_move(sql::Connection& connection, const StoredPilot& from,
                           const PilotMove& move);

/// Oldest first.
Result<std::vector<PilotMove>> pilot_moves(sql::Connection& connection, PilotId id);

/// REQUIRES: `from` is what the pilot was read as in this transaction.
Result<> insert_pilot_handover(sql::Connection& connection, const StoredPilot& from,
                               const PilotHandover& handover);
/// Oldest first.
Result<std::vector<PilotHandover>> pilot_handovers(sql::Connection& connection, PilotId id);

/// In the place of what was there.
Result<> write_flow(sql::Connection& connection, PilotId id,
                    const ecosystem::ParticipantFlow& flow);
Result<std::optional<ecosystem::ParticipantFlow>> participant_flow(sql::Connection& connection,
                                                                   PilotId id);

/// Takes what was measured in pieces of whole lines, in the place of what was there:
///
///   auto writer = TRY(PilotDataWriter::begin(connection, id));
///   for (const auto& piece : pieces) TRY(writer.append(piece));
///   TRY(writer.finish(data, figures));
///
/// The moment of the first data stays. REQUIRES: the connection outlives it, and one transaction
/// from begin() to finish().
class PilotDataWriter {
 public:
  static Result<PilotDataWriter> begin(sql::Connection& connection, PilotId id);
  Result<> append(std::string_view piece);
  Result<> finish(const PilotData& data, const PilotFigures& figures);

 private:
  PilotDataWriter(sql::Connection& connection, PilotId id) : connection_(&connection), id_(id) {}

  sql::Connection* connection_;
  PilotId id_;
  std::int64_t pieces_ = 0;
};

Result<std::optional<PilotData>> pilot_data(sql::Connection& connection, PilotId id);

/// Nothing where the data came before figures were kept.
Result<std::optional<PilotFigures>> pilot_figures(sql::Connection& connection, PilotId id);

/// Gives `take` the text of the data in pieces of whole lines. Errors: those of `take`.
Result<> read_pilot_data(sql::Connection& connection, PilotId id,
                         const std::function<Result<>(std::string_view)>& take);

Result<> insert_effects(sql::Connection& connection, PilotId id,
                        const std::vector<PilotEffect>& effects, Timestamp at,
                        ecosystem::PersonId by);
/// In the order of the protocol's outcomes.
Result<std::vector<PilotEffect>> pilot_effects(sql::Connection& connection, PilotId id);

}  // namespace tributary::store
