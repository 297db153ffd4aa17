// store/pilot/pilot_protocols.h
//
// Protocols as they stand now, every text that was registered, and the moves between their states,
// which are only ever added to.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/pilot/protocol.h"
#include "ecosystem/pilot/protocol_state.h"
#include "sql/connection.h"
#include "store/revision.h"

namespace tributary::store {

using ProtocolId = StrongId<struct ProtocolTag>;

struct StoredProtocol {
  ProtocolId id;
  ecosystem::InnovationId innovation;
  ecosystem::ProtocolState state = ecosystem::ProtocolState::draft;
  ecosystem::PilotProtocol content;
  Revision revision{1};
  Timestamp drafted;
  ecosystem::PersonId drafted_by;
  Timestamp changed;
};

struct ProtocolText {
  std::int64_t number = 1;
  std::string text, text_hash;
  std::string reasons;
  Timestamp at;
  ecosystem::PersonId by;
};

struct ProtocolMove {
  ecosystem::ProtocolAct act = ecosystem::ProtocolAct::close;
  ecosystem::ProtocolState from = ecosystem::ProtocolState::draft;
  ecosystem::ProtocolState to = ecosystem::ProtocolState::draft;
  std::string reasons;
  Timestamp at;
  ecosystem::PersonId by;
};

/// Its id and revision are chosen here; it is a draft.
Result<ProtocolId> insert_protocol(sql::Connection& connection, const StoredProtocol& stored);

/// Errors: `not_found`; `corrupt` where its text is damaged.
Result<StoredProtocol> pilot_protocol(sql::Connection& connection, ProtocolId id);

/// Writes content and state, one revision further. REQUIRES: it was read in this transaction.
Result<> update_protocol(sql::Connection& connection, const StoredProtocol& stored, Timestamp at);

/// Its number is chosen here, its hash too.
Result<> append_protocol_text(sql::Connection& connection, ProtocolId id, const ProtocolText& text);

/// Oldest first.
Result<std::vector<ProtocolText>> protocol_texts(sql::Connection& connection, ProtocolId id);

/// REQUIRES: `from` is what the protocol was read as in this transaction.
Result<> insert_protocol_move(sql::Connection& connection, const StoredProtocol& from,
                              const ProtocolMove& move);

/// Oldest first.
Result<std::vector<ProtocolMove>> protocol_moves(sql::Connection& connection, ProtocolId id);

/// In the order in which they were drafted.
Result<std::vector<StoredProtocol>> protocols_of_innovation(sql::Connection& connection,
                                                            ecosystem::InnovationId innovation);

/// Whether one is registered, whatever became of it since.
Result<bool> has_registered_text(sql::Connection& connection, ecosystem::InnovationId innovation);

/// Drafts of innovations in whose team the person is, or was.
Result<std::vector<ProtocolId>> draft_protocols_of(sql::Connection& connection,
                                                   ecosystem::PersonId person);

}  // namespace tributary::store
