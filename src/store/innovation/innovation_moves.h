// store/innovation/innovation_moves.h
//
// What was decided about an innovation, at gates and between them, and overrides that wait for
// their second person. All of it is only ever added to.
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

struct InnovationMove {
  Revision from_revision{1};
  ecosystem::PipelineAct act = ecosystem::PipelineAct::proceed;
  ecosystem::PipelineState from, to;
  std::string reasons;
  Timestamp at;
  ecosystem::PersonId by;
  ecosystem::Role role = ecosystem::Role::panel_chair;
  ecosystem::VersionNumber framework;  ///< that was in force
  std::int64_t text_number = 1;        ///< what the innovation said then
  std::int64_t gate_round = 1;         ///< whose assessments were before the gate
  std::optional<GateRuleNumber> gate_rule;
  std::optional<ecosystem::PersonId> confirmed_by;  ///< an override, by this second person
  std::optional<ecosystem::InnovationId> merge_target;
  ecosystem::StateCode state;  ///< of a decision on mainstreaming
  std::string competent_authority;
  std::optional<Date> in_force_from;
  std::vector<std::string> evidence;  ///< considered: links and record keys
  std::vector<ecosystem::Condition> conditions;
};

Result<> insert_innovation_move(sql::Connection& connection, ecosystem::InnovationId id,
                                const InnovationMove& move);

/// All, oldest first.
Result<std::vector<InnovationMove>> innovation_moves(sql::Connection& connection,
                                                     ecosystem::InnovationId id);

struct OverrideProposal {
  Revision from_revision{1};
  ecosystem::PipelineAct act = ecosystem::PipelineAct::proceed;
  std::string reasons;
  Timestamp at;
  ecosystem::PersonId by;
  std::vector<std::string> evidence;
  std::vector<ecosystem::Condition> conditions;
};

Result<> insert_override_proposal(sql::Connection& connection, ecosystem::InnovationId id,
                                  const OverrideProposal& proposal);

/// The one that was the last change of the innovation; nothing where something else changed since.
Result<std::optional<OverrideProposal>> pending_override(sql::Connection& connection,
                                                         const Innovation& innovation);

}  // namespace tributary::store
