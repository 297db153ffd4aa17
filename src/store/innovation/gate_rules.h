// store/innovation/gate_rules.h
//
// What gates ask for, and what reviewers answered: both are only ever added to.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/gate_rule.h"
#include "sql/connection.h"
#include "store/innovation/innovations.h"

namespace tributary::store {

struct StoredGateRule {
  GateRuleNumber number;
  ecosystem::Stage stage = ecosystem::Stage::identified;  ///< whose exit gate it is of
  ecosystem::GateRule rule;
  Timestamp at;
  ecosystem::PersonId by;
};

/// Adds a rule, which from now on is the newest of its stage. Its number is chosen here.
Result<GateRuleNumber> insert_gate_rule(sql::Connection& connection, const StoredGateRule& rule);

/// Nothing where the stage has none.
Result<std::optional<StoredGateRule>> newest_gate_rule(sql::Connection& connection,
                                                       ecosystem::Stage stage);

/// Errors: `not_found`.
Result<StoredGateRule> gate_rule(sql::Connection& connection, GateRuleNumber number);

struct StoredAssessment {
  std::int64_t gate_round = 1;
  ecosystem::GateAssessment assessment;  ///< without scores where the reviewer is recused
  bool is_recused = false;               ///< declared an interest, and so judges nothing
  std::string declaration;               ///< of interests, in the reviewer's words
  std::string comment;
  Timestamp at;
};

/// Errors: `conflict` where this reviewer has assessed in this round.
Result<> insert_gate_assessment(sql::Connection& connection, ecosystem::InnovationId id,
                                const StoredAssessment& assessment);

/// Of all rounds, oldest first.
Result<std::vector<StoredAssessment>> gate_assessments(sql::Connection& connection,
                                                       ecosystem::InnovationId id);

}  // namespace tributary::store
