// store/panel/rubrics.h
//
// Rubrics: drafts, which change, and published ones, each with the rule of the gate that its
// publication made.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <optional>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/panel/rubric.h"
#include "sql/connection.h"
#include "store/innovation/innovations.h"
#include "store/revision.h"

namespace tributary::store {

using RubricId = StrongId<struct RubricTag>;

struct StoredRubric {
  RubricId id;
  ecosystem::Rubric rubric;
  ecosystem::RubricState state = ecosystem::RubricState::draft;
  Revision revision{1};
  std::optional<GateRuleNumber> gate_rule;  ///< of a published one
  Timestamp created;
  ecosystem::PersonId created_by;
  std::optional<Timestamp> published;
  std::optional<ecosystem::PersonId> published_by;
};

/// As a draft. Its id and revision are chosen here.
Result<RubricId> insert_rubric(sql::Connection& connection, const StoredRubric& stored);

/// Errors: `not_found`.
Result<StoredRubric> rubric(sql::Connection& connection, RubricId id);

/// All, the newest first.
Result<std::vector<StoredRubric>> rubrics(sql::Connection& connection);

/// The one whose publication made the rule; nothing where the rule was set without one.
Result<std::optional<StoredRubric>> rubric_of_rule(sql::Connection& connection,
                                                   GateRuleNumber rule);

/// Writes a draft as it is now, one revision further. REQUIRES: it was read in this transaction.
Result<> update_rubric(sql::Connection& connection, const StoredRubric& stored);

/// REQUIRES: as update_rubric(); with the rule, the moment and the person of its publication.
Result<> publish_rubric(sql::Connection& connection, const StoredRubric& stored);

}  // namespace tributary::store
