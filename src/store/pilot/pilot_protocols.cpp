#include "store/pilot/pilot_protocols.h"

#include "ecosystem/enum_names.h"
#include "store/audit/audit_entry.h"
#include "store/one_number.h"
#include "store/stored_moment.h"

namespace tributary::store {
namespace {

namespace eco = ecosystem;

constexpr std::string_view kProtocolColumns =
    "SELECT id, innovation, state, text, revision, drafted_at, drafted_by, changed_at "
    "FROM pilot_protocols ";

Result<StoredProtocol> protocol_of_row(const sql::Statement& row) {
  StoredProtocol stored{.id = {row.integer(0)}, .innovation = {row.integer(1)}};
  stored.state = TRY(eco::enum_from_name(row.text(2), eco::ProtocolState::closed));
  stored.content = TRY(eco::protocol_from_text(row.text(3)));
  stored.revision = {row.integer(4)};
  stored.drafted = moment_of(row.integer(5));
  stored.drafted_by = {row.integer(6)};
  stored.changed = moment_of(row.integer(7));
  return stored;
}

}  // namespace

Result<ProtocolId> insert_protocol(sql::Connection& connection, const StoredProtocol& stored) {
  const auto id =
      TRY(number_behind(connection, "SELECT COALESCE(MAX(id), 0) FROM pilot_protocols"));
  TRY(TRY(connection.statement(
              "INSERT INTO pilot_protocols (id, innovation, state, text, revision, drafted_at, "
              "drafted_by, changed_at) VALUES (?, ?, 'draft', ?, 1, ?, ?, ?)"))
          .run(id, stored.innovation.value, eco::canonical_text(stored.content),
               milliseconds(stored.drafted), stored.drafted_by.value,
               milliseconds(stored.drafted)));
  return ProtocolId{id};
}

Result<StoredProtocol> pilot_protocol(sql::Connection& connection, ProtocolId id) {
  auto row = TRY(connection.statement(std::string(kProtocolColumns) + "WHERE id = ?"));
  TRY(row.bind(id.value));
  if (!TRY(row.step())) {
    return fail(ErrorCode::not_found, "there is no such protocol", std::to_string(id.value));
  }
  return protocol_of_row(row);
}

Result<> update_protocol(sql::Connection& connection, const StoredProtocol& stored, Timestamp at) {
  return TRY(connection.statement("UPDATE pilot_protocols SET state = ?, text = ?, changed_at = ?, "
                                  "revision = revision + 1 WHERE id = ?"))
      .run(name_of(stored.state), eco::canonical_text(stored.content), milliseconds(at),
           stored.id.value);
}

Result<> append_protocol_text(sql::Connection& connection, ProtocolId id,
                              const ProtocolText& text) {
  const auto number = TRY(number_behind(
      connection, "SELECT COALESCE(MAX(number), 0) FROM pilot_protocol_texts WHERE protocol = ?",
      id.value));
  return TRY(connection.statement("INSERT INTO pilot_protocol_texts (protocol, number, text, "
                                  "text_hash, reasons, at, person) VALUES (?, ?, ?, ?, ?, ?, ?)"))
      .run(id.value, number, text.text, hexadecimal(sha256(text.text)), text.reasons,
           milliseconds(text.at), text.by.value);
}

Result<std::vector<ProtocolText>> protocol_texts(sql::Connection& connection, ProtocolId id) {
  auto row =
      TRY(connection.statement("SELECT number, text, text_hash, reasons, at, person "
                               "FROM pilot_protocol_texts WHERE protocol = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<ProtocolText> texts;
  while (TRY(row.step())) {
    texts.push_back({.number = row.integer(0),
                     .text = std::string(row.text(1)),
                     .text_hash = std::string(row.text(2)),
                     .reasons = std::string(row.text(3)),
                     .at = moment_of(row.integer(4)),
                     .by = {row.integer(5)}});
  }
  return texts;
}

Result<> insert_protocol_move(sql::Connection& connection, const StoredProtocol& from,
                              const ProtocolMove& move) {
  return TRY(connection.statement("INSERT INTO pilot_protocol_moves (protocol, number, act, "
                                  "from_state, to_state, reasons, at, person) "
                                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"))
      .run(from.id.value, from.revision.value, name_of(move.act), name_of(move.from),
           name_of(move.to), move.reasons, milliseconds(move.at), move.by.value);
}

Result<std::vector<ProtocolMove>> protocol_moves(sql::Connection& connection, ProtocolId id) {
  auto row =
      TRY(connection.statement("SELECT act, from_state, to_state, reasons, at, person "
                               "FROM pilot_protocol_moves WHERE protocol = ? ORDER BY number"));
  TRY(row.bind(id.value));
  std::vector<ProtocolMove> moves;
  while (TRY(row.step())) {
    ProtocolMove move{.reasons = std::string(row.text(3)),
                      .at = moment_of(row.integer(4)),
                      .by = {row.integer(5)}};
    move.act = TRY(eco::enum_from_name(row.text(0), eco::ProtocolAct::close));
    move.from = TRY(eco::enum_from_name(row.text(1), eco::ProtocolState::closed));
    move.to = TRY(eco::enum_from_name(row.text(2), eco::ProtocolState::closed));
    moves.push_back(std::move(move));
  }
  return moves;
}

Result<std::vector<StoredProtocol>> protocols_of_innovation(sql::Connection& connection,
                                                            eco::InnovationId innovation) {
  auto row =
      TRY(connection.statement(std::string(kProtocolColumns) + "WHERE innovation = ? ORDER BY id"));
  TRY(row.bind(innovation.value));
  std::vector<StoredProtocol> protocols;
  while (TRY(row.step())) protocols.push_back(TRY(protocol_of_row(row)));
  return protocols;
}

Result<bool> has_registered_text(sql::Connection& connection, eco::InnovationId innovation) {
  auto row =
      TRY(connection.statement("SELECT 1 FROM pilot_protocols p JOIN pilot_protocol_texts t "
                               "ON t.protocol = p.id WHERE p.innovation = ? LIMIT 1"));
  TRY(row.bind(innovation.value));
  return row.step();
}

Result<std::vector<ProtocolId>> draft_protocols_of(sql::Connection& connection,
                                                   eco::PersonId person) {
  auto row = TRY(connection.statement(
      "SELECT id FROM pilot_protocols WHERE state = 'draft' AND innovation IN "
      "(SELECT innovation FROM innovation_team WHERE person = ?) ORDER BY id"));
  TRY(row.bind(person.value));
  std::vector<ProtocolId> protocols;
  while (TRY(row.step())) protocols.push_back({row.integer(0)});
  return protocols;
}

}  // namespace tributary::store
