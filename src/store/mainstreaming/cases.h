// store/mainstreaming/cases.h
//
// Mainstreaming cases as they stand now, how they are found, and the moves between their states,
// which are only ever added to.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/mainstreaming/mainstreaming_case.h"
#include "sql/connection.h"
#include "store/revision.h"

namespace tributary::store {

using CaseId = StrongId<struct CaseTag>;

struct StoredCase {
  CaseId id;
  ecosystem::MainstreamingCase content;
  ecosystem::CaseState state = ecosystem::CaseState::prepared;
  Revision revision{1};
  Timestamp prepared;
  ecosystem::PersonId prepared_by;
  Timestamp changed;
};

struct CaseMove {
  ecosystem::CaseAct act = ecosystem::CaseAct::submit;
  ecosystem::CaseState from = ecosystem::CaseState::prepared;
  ecosystem::CaseState to = ecosystem::CaseState::prepared;
  std::string reasons;
  std::optional<Date> in_force_from;  ///< stated with the move
  ecosystem::Role role = ecosystem::Role::innovator;
  Timestamp at;
  ecosystem::PersonId by;
};

/// Its id and revision are chosen here; it is prepared.
Result<CaseId> insert_case(sql::Connection& connection, const StoredCase& stored);

/// Errors: `not_found`.
Result<StoredCase> mainstreaming_case(sql::Connection& connection, CaseId id);

/// Writes content and state as they are now, one revision further; innovation and Member State stay
/// as they were. REQUIRES: it was read in this transaction.
Result<> update_case(sql::Connection& connection, const StoredCase& stored, Timestamp at);

/// REQUIRES: `from` is what the case was read as in this transaction.
Result<> insert_case_move(sql::Connection& connection, const StoredCase& from,
                          const CaseMove& move);

/// Oldest first.
Result<std::vector<CaseMove>> case_moves(sql::Connection& connection, CaseId id);

/// Those that are not over, of innovations in whose team the person is an innovator, and those
/// before authorities of `states`.
Result<std::set<CaseId>> cases_concerning(sql::Connection& connection, ecosystem::PersonId person,
                                          std::span<const ecosystem::StateCode> states);

/// What is empty does not restrict.
struct CaseFilter {
  std::optional<ecosystem::InnovationId> innovation;
  ecosystem::StateCode member_state;
  std::optional<ecosystem::CaseState> state;
  std::optional<ecosystem::Lever> lever;
};

/// A line of a list.
struct CaseSummary {
  StoredCase stored;
  std::string innovation_title;
};

struct CasePage {
  std::int64_t total = 0;  ///< of all that match
  std::vector<CaseSummary> cases;
};

/// The newest first, up to `limit` behind `after`.
Result<CasePage> find_cases(sql::Connection& connection, const CaseFilter& filter,
                            std::optional<CaseId> after, std::uint64_t limit);

}  // namespace tributary::store
