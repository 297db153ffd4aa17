#include "store/pilot/pilots.h"

#include "ecosystem/enum_names.h"
#include "ecosystem/house_rules.h"
#include "store/audit/audit_entry.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kPilotColumns =
    "SELECT id, protocol, site, member_state, lead, state, revision, planned_at, changed_at "
    "FROM pilots ";

Result<StoredPilot> pilot_of_row(const sql::Statement& row) {
  StoredPilot stored{.id = {row.integer(0)},
                     .protocol = {row.integer(1)},
                     .site = std::string(row.text(2)),
                     .member_state = {std::string(row.text(3))},
                     .lead = {row.integer(4)}};
  stored.state = TRY(eco::enum_from_name(row.text(5), eco::PilotState::terminated));
  stored.revision = {row.integer(6)};
  stored.planned = moment_of(row.integer(7));
  stored.changed = moment_of(row.integer(8));
  return stored;
}

Result<> write_arm(sql::Connection& connection, PilotId id, eco::Arm arm,
                   const eco::ArmFlow& flow) {
  return TRY(connection.statement(
                 "INSERT INTO pilot_flow (pilot, arm, assigned, started, measured, analysed) "
                 "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (pilot, arm) DO UPDATE SET "
                 "assigned = excluded.assigned, started = excluded.started, "
                 "measured = excluded.measured, analysed = excluded.analysed"))
      .run(id.value, name_of(arm), flow.assigned, flow.started, flow.measured, flow.analysed);
}

Result<> insert_shares(sql::Connection& connection, PilotId id,
                       const std::vector<PilotEffect>& effects) {
  auto put = TRY(connection.statement(
      "INSERT INTO pilot_effect_shares (pilot, ordinal, treated_events, control_events, "
      "risk_ratio, risk_ratio_low, risk_ratio_high, odds_ratio, odds_ratio_low, odds_ratio_high) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  std::int64_t ordinal = 0;
  for (const auto& effect : effects) {
    ++ordinal;
    if (!effect.share) continue;
    const auto part = [](const std::optional<ShareRatio>& ratio, double ShareRatio::* which) {
      return ratio ? std::optional(*ratio.*which) : std::nullopt;
    };
    const auto& [treated, control, risk, odds] = *effect.share;
    TRY(put.run(id.value, ordinal, treated, control, part(risk, &ShareRatio::value),
                part(risk, &ShareRatio::low), part(risk, &ShareRatio::high),
                part(odds, &ShareRatio::value), part(odds, &ShareRatio::low),
                part(odds, &ShareRatio::high)));
  }
  return {};
}

std::optional<ShareRatio> ratio_of_row(const sql::Statement& row, int first) {
  const auto value = row.optional_real(first);
  if (!value) return std::nullopt;
  return ShareRatio{*value, row.real(first + 1), row.real(first + 2)};
}

/// Nothing for an outcome that is no share.
std::optional<ShareFigures> share_of_row(const sql::Statement& row, int first) {
  const auto treated = row.optional_integer(first);
  if (!treated) return std::nullopt;
  return ShareFigures{.treated_events = *treated,
                      .control_events = row.integer(first + 1),
                      .risk_ratio = ratio_of_row(row, first + 2),
                      .odds_ratio = ratio_of_row(row, first + 5)};
}

}  // namespace

Result<PilotId> insert_pilot(sql::Connection& connection, const StoredPilot& stored) {
  for (const auto& other : TRY(pilots_of_protocol(connection, stored.protocol))) {
    if (other.site != stored.site || other.member_state != stored.member_state) continue;
    return fail(ErrorCode::conflict, "the protocol has a pilot at this site",
                "pilot/" + std::to_string(other.id.value),
                eco::house_rule(eco::HouseRule::pilot_at_this_site));
  }
  const auto id = TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM pilots"));
  TRY(TRY(connection.statement(
              "INSERT INTO pilots (id, protocol, site, member_state, lead, state, revision, "
              "planned_at, changed_at) VALUES (?, ?, ?, ?, ?, 'planned', 1, ?, ?)"))
          .run(id, stored.protocol.value, stored.site, stored.member_state.value, stored.lead.value,
               milliseconds(stored.planned), milliseconds(stored.planned)));
  return PilotId{id};
}

Result<StoredPilot> pilot(sql::Connection& connection, PilotId id) {
  auto row = TRY(connection.statement(std::string(kPilotColumns) + "WHERE id = ?"));
  TRY(row.bind(id.value));
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, "there is no such pilot", std::to_string(id.value));
  }
  return pilot_of_row(row);
}

Result<std::vector<StoredPilot>> pilots_of_protocol(sql::Connection& connection, ProtocolId id) {
  auto row =
      TRY(connection.statement(std::string(kPilotColumns) + "WHERE protocol = ? ORDER BY id"));
  TRY(row.bind(id.value));
  std::vector<StoredPilot> pilots;
  while (TRY(row.step())) pilots.push_back(TRY(pilot_of_row(row)));
  return pilots;
}

Result<std::vector<eco::PersonId>> evaluators_of(sql::Connection& connection,
                                                 eco::InnovationId innovation) {
  auto row = TRY(connection.statement(
      "SELECT DISTINCT m.person FROM pilot_moves m JOIN pilots i ON i.id = m.pilot "
      "JOIN pilot_protocols p ON p.id = i.protocol WHERE p.innovation = ? AND m.role = ?"));
  TRY(row.bind(innovation.value, name_of(eco::Role::evaluator)));
  std::vector<eco::PersonId> people;
  while (TRY(row.step())) people.push_back({row.integer(0)});
  return people;
}

Result<std::vector<PilotId>> analysed_pilots(sql::Connection& connection) {
  auto row = TRY(connection.statement("SELECT DISTINCT pilot FROM pilot_effects ORDER BY pilot"));
  TRY(row.bind());
  std::vector<PilotId> pilots;
  while (TRY(row.step())) pilots.push_back({row.integer(0)});
  return pilots;
}

Result<std::vector<PilotId>> open_pilots_of_lead(sql::Connection& connection,
                                                 eco::PersonId person) {
  auto row = TRY(connection.statement(
      "SELECT id FROM pilots WHERE lead = ? AND state IN ('planned', 'recruiting', 'running') "
      "ORDER BY id"));
  TRY(row.bind(person.value));
  std::vector<PilotId> pilots;
  while (TRY(row.step())) pilots.push_back({row.integer(0)});
  return pilots;
}

Result<std::vector<PilotId>> pilots_before_evaluators(sql::Connection& connection) {
  auto row = TRY(connection.statement(
      "SELECT id FROM pilots WHERE state IN ('running', 'data_locked', 'analysed') ORDER BY id"));
  TRY(row.bind());
  std::vector<PilotId> pilots;
  while (TRY(row.step())) pilots.push_back({row.integer(0)});
  return pilots;
}

Result<> update_pilot(sql::Connection& connection, const StoredPilot& stored, Timestamp at) {
  return TRY(connection.statement("UPDATE pilots SET state = ?, lead = ?, changed_at = ?, "
                                  "revision = revision + 1 WHERE id = ?"))
      .run(name_of(stored.state), stored.lead.value, milliseconds(at), stored.id.value);
}

Result<> insert_pilot_move(sql::Connection& connection, const StoredPilot& from,
                           const PilotMove& move) {
  return TRY(connection.statement("INSERT INTO pilot_moves (pilot, number, act, from_state, "
                                  "to_state, reasons, role, at, person) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"))
      .run(from.id.value, from.revision.value, name_of(move.act), name_of(move.from),
           name_of(move.to), move.reasons, name_of(move.role), milliseconds(move.at),
           move.by.value);
}

Result<std::vector<PilotMove>> pilot_moves(sql::Connection& connection, PilotId id) {
  auto row =
      TRY(connection.statement("SELECT act, from_state, to_state, reasons, role, at, person "
                               "FROM pilot_moves WHERE pilot = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<PilotMove> moves;
  while (TRY(row.step())) {
    PilotMove move{.reasons = std::string(row.text(3)),
                   .at = moment_of(row.integer(5)),
                   .by = {row.integer(6)}};
    move.act = TRY(eco::enum_from_name(row.text(0), eco::PilotAct::terminate));
    move.from = TRY(eco::enum_from_name(row.text(1), eco::PilotState::terminated));
    move.to = TRY(eco::enum_from_name(row.text(2), eco::PilotState::terminated));
    move.role = TRY(eco::enum_from_name(row.text(4), eco::Role::administrator));
    moves.push_back(std::move(move));
  }
  return moves;
}

Result<> insert_pilot_handover(sql::Connection& connection, const StoredPilot& from,
                               const PilotHandover& handover) {
  return TRY(connection.statement("INSERT INTO pilot_handovers (pilot, number, from_person, "
                                  "to_person, reasons, at, person) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(from.id.value, from.revision.value, handover.from.value, handover.to.value,
           handover.reasons, milliseconds(handover.at), handover.by.value);
}

Result<std::vector<PilotHandover>> pilot_handovers(sql::Connection& connection, PilotId id) {
  auto row =
      TRY(connection.statement("SELECT from_person, to_person, reasons, at, person "
                               "FROM pilot_handovers WHERE pilot = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<PilotHandover> handovers;
  while (TRY(row.step())) {
    handovers.push_back({.from = {row.integer(0)},
                         .to = {row.integer(1)},
                         .reasons = std::string(row.text(2)),
                         .at = moment_of(row.integer(3)),
                         .by = {row.integer(4)}});
  }
  return handovers;
}

Result<> write_flow(sql::Connection& connection, PilotId id, const eco::ParticipantFlow& flow) {
  auto forget = TRY(connection.statement("DELETE FROM pilot_flow WHERE pilot = ?"));
  TRY(forget.run(id.value));
  TRY(write_arm(connection, id, eco::Arm::treated, flow.treated));
  return flow.control ? write_arm(connection, id, eco::Arm::control, *flow.control) : Result<>();
}

Result<std::optional<eco::ParticipantFlow>> participant_flow(sql::Connection& connection,
                                                             PilotId id) {
  auto row = TRY(connection.statement(
      "SELECT arm, assigned, started, measured, analysed FROM pilot_flow WHERE pilot = ?"));
  TRY(row.bind(id.value));
  std::optional<eco::ParticipantFlow> flow;
  while (TRY(row.step())) {
    if (!flow) flow.emplace();
    const eco::ArmFlow arm{row.integer(1), row.integer(2), row.integer(3), row.integer(4)};
    if (TRY(eco::enum_from_name(row.text(0), eco::Arm::control)) == eco::Arm::treated) {
      flow->treated = arm;
    } else {
      flow->control = arm;
    }
  }
  return flow;
}

Result<PilotDataWriter> PilotDataWriter::begin(sql::Connection& connection, PilotId id) {
  TRY(TRY(connection.statement("DELETE FROM pilot_data_pieces WHERE pilot = ?")).run(id.value));
  return PilotDataWriter(connection, id);
}

Result<> PilotDataWriter::append(std::string_view piece) {
  return TRY(connection_->statement(
                 "INSERT INTO pilot_data_pieces (pilot, number, text) VALUES (?, ?, ?)"))
      .run(id_.value, ++pieces_, piece);
}

Result<> PilotDataWriter::finish(const PilotData& data, const PilotFigures& figures) {
  TRY(TRY(connection_->statement(
              "INSERT INTO pilot_data (pilot, text, text_hash, first_at, at, person) "
              "VALUES (?, '', ?, ?, ?, ?) ON CONFLICT (pilot) DO UPDATE SET "
              "text = excluded.text, text_hash = excluded.text_hash, at = excluded.at, "
              "person = excluded.person"))
          .run(id_.value, data.text_hash, milliseconds(data.at), milliseconds(data.at),
               data.by.value));
  return TRY(connection_->statement(
                 "INSERT INTO pilot_figures (pilot, is_of_learners, row_count, protocol_hash, "
                 "text) VALUES (?, ?, ?, ?, ?) ON CONFLICT (pilot) DO UPDATE SET "
                 "is_of_learners = excluded.is_of_learners, row_count = excluded.row_count, "
                 "protocol_hash = excluded.protocol_hash, text = excluded.text"))
      .run(id_.value, static_cast<int>(figures.is_of_learners), figures.rows, figures.protocol_hash,
           figures.text);
}

Result<std::optional<PilotData>> pilot_data(sql::Connection& connection, PilotId id) {
  auto row = TRY(connection.statement(
      "SELECT text_hash, first_at, at, person FROM pilot_data WHERE pilot = ?"));
  TRY(row.bind(id.value));
  if (!TRY(row.step())) return std::nullopt;
  return PilotData{.text_hash = std::string(row.text(0)),
                   .first_at = moment_of(row.integer(1)),
                   .at = moment_of(row.integer(2)),
                   .by = {row.integer(3)}};
}

Result<std::optional<PilotFigures>> pilot_figures(sql::Connection& connection, PilotId id) {
  auto row =
      TRY(connection.statement("SELECT is_of_learners, row_count, protocol_hash, text "
                               "FROM pilot_figures WHERE pilot = ?"));
  TRY(row.bind(id.value));
  if (!TRY(row.step())) return std::nullopt;
  return PilotFigures{.is_of_learners = row.integer(0) != 0,
                      .rows = row.integer(1),
                      .protocol_hash = std::string(row.text(2)),
                      .text = std::string(row.text(3))};
}

Result<> read_pilot_data(sql::Connection& connection, PilotId id,
                         const std::function<Result<>(std::string_view)>& take) {
  {
    auto row = TRY(connection.statement("SELECT text FROM pilot_data WHERE pilot = ?"));
    TRY(row.bind(id.value));
    if (TRY(row.step())) TRY(take(row.text(0)));
  }
  // One piece at a time: an engine may hold all rows of an answer.
  for (std::int64_t number = 1;; ++number) {
    auto row = TRY(
        connection.statement("SELECT text FROM pilot_data_pieces WHERE pilot = ? AND number = ?"));
    TRY(row.bind(id.value, number));
    if (!TRY(row.step())) return {};
    TRY(take(row.text(0)));
  }
}

Result<> insert_effects(sql::Connection& connection, PilotId id,
                        const std::vector<PilotEffect>& effects, Timestamp at, eco::PersonId by) {
  auto put = TRY(connection.statement(
      "INSERT INTO pilot_effects (pilot, ordinal, outcome, is_primary, is_exploratory, measure, "
      "value, variance, low, high, degrees_of_freedom, design_effect, probability_better, "
      "treated, control, protocol_text, input_hash, at, person) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  std::int64_t ordinal = 0;
  for (const auto& effect : effects) {
    TRY(put.run(id.value, ++ordinal, effect.outcome, static_cast<int>(effect.is_primary),
                static_cast<int>(effect.is_exploratory), effect.measure, effect.value,
                effect.variance, effect.low, effect.high, effect.degrees_of_freedom,
                effect.design_effect, effect.probability_better, effect.treated, effect.control,
                effect.protocol_text, effect.input_hash, milliseconds(at), by.value));
  }
  return insert_shares(connection, id, effects);
}

Result<std::vector<PilotEffect>> pilot_effects(sql::Connection& connection, PilotId id) {
  auto row = TRY(connection.statement(
      "SELECT e.outcome, e.is_primary, e.is_exploratory, e.measure, e.value, e.variance, e.low, "
      "e.high, e.degrees_of_freedom, e.design_effect, e.probability_better, e.treated, e.control, "
      "e.protocol_text, e.input_hash, s.treated_events, s.control_events, s.risk_ratio, "
      "s.risk_ratio_low, s.risk_ratio_high, s.odds_ratio, s.odds_ratio_low, s.odds_ratio_high "
      "FROM pilot_effects e LEFT JOIN pilot_effect_shares s "
      "ON s.pilot = e.pilot AND s.ordinal = e.ordinal WHERE e.pilot = ? ORDER BY e.ordinal"));
  TRY(row.bind(id.value));
  std::vector<PilotEffect> effects;
  while (TRY(row.step())) {
    effects.push_back({.outcome = std::string(row.text(0)),
                       .is_primary = row.integer(1) != 0,
                       .is_exploratory = row.integer(2) != 0,
                       .measure = std::string(row.text(3)),
                       .value = row.real(4),
                       .variance = row.real(5),
                       .low = row.real(6),
                       .high = row.real(7),
                       .degrees_of_freedom = row.real(8),
                       .design_effect = row.real(9),
                       .probability_better = row.optional_real(10),
                       .treated = row.integer(11),
                       .control = row.integer(12),
                       .share = share_of_row(row, 15),
                       .protocol_text = row.integer(13),
                       .input_hash = std::string(row.text(14))});
  }
  return effects;
}

}  // namespace tributary::store
