// store/framework/amendments.h
//
// Proposed changes of a version's text, who supports them and what became of them.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ecosystem/framework/amendment_state.h"
#include "sql/connection.h"
#include "store/framework/framework_versions.h"

namespace tributary::store {

using AmendmentId = StrongId<struct AmendmentTag>;

struct AmendmentMove {
  ecosystem::AmendmentAct act = ecosystem::AmendmentAct::debate;
  ecosystem::AmendmentState to = ecosystem::AmendmentState::open;
  Timestamp at;
  ecosystem::PersonId by;
  std::string reasons;
};

struct Amendment {
  AmendmentId id;
  FrameworkVersionId version;
  ecosystem::ItemKey item;  ///< empty: of the version as a whole
  std::string before, after;
  std::string reason;
  ecosystem::AmendmentState state = ecosystem::AmendmentState::open;
  Revision revision{1};
  std::optional<AmendmentId> merged_into;
  Timestamp at;
  ecosystem::PersonId by;
  std::vector<ecosystem::PersonId> supporters;  ///< in the order in which they came
  std::vector<AmendmentMove> moves;             ///< oldest first
};

/// Its id and revision are chosen here.
Result<AmendmentId> insert_amendment(sql::Connection& connection, const Amendment& amendment);

/// Errors: `not_found`.
Result<Amendment> amendment(sql::Connection& connection, AmendmentId id);

/// Of one version, oldest first.
Result<std::vector<Amendment>> amendments(sql::Connection& connection, FrameworkVersionId version);

/// Once a person; a second time changes nothing.
Result<> support_amendment(sql::Connection& connection, AmendmentId id, ecosystem::PersonId by,
                           Timestamp at);

/// Writes a move down; supporters of one that is merged into another go with it. REQUIRES: the
/// amendment was read in this transaction.
Result<> record_amendment_move(sql::Connection& connection, const Amendment& amendment,
                               const AmendmentMove& move,
                               std::optional<AmendmentId> merged_into = {});

}  // namespace tributary::store
