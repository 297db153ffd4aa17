// store/innovation/innovations.h
//
// Innovations as they stand now, and how they are found. What happened to one is in
// innovation_moves.h, what it says in innovation_texts.h.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/innovation/likeness.h"
#include "ecosystem/innovation/stage.h"
#include "sql/connection.h"
#include "store/revision.h"

namespace tributary::store {

using GateRuleNumber = StrongId<struct GateRuleTag>;

struct Innovation {
  ecosystem::InnovationId id;
  ecosystem::PipelineState state;
  Revision revision{1};
  std::int64_t text_number = 1;              ///< of the present text
  ecosystem::StateCode member_state;         ///< where it was proposed
  std::string panel;                         ///< that has taken it on; empty: none yet
  ecosystem::StateCode mainstreaming_state;  ///< whose authority has taken it up; empty: none
  std::int64_t gate_round = 1;               ///< one more with each decision of a gate
  std::optional<GateRuleNumber> gate_rule;   ///< of the gate that it is before
  std::optional<ecosystem::InnovationId> merged_into;
  Timestamp created;
  ecosystem::PersonId created_by;
  Timestamp changed;
};

/// Its id and revision are chosen here.
Result<ecosystem::InnovationId> insert_innovation(sql::Connection& connection,
                                                  const Innovation& innovation);

/// Errors: `not_found`.
Result<Innovation> innovation(sql::Connection& connection, ecosystem::InnovationId id);

/// Writes how it stands now, one revision further. REQUIRES: it was read in this transaction.
Result<> update_innovation(sql::Connection& connection, const Innovation& innovation, Timestamp at);

/// What is empty does not restrict.
struct InnovationFilter {
  std::optional<ecosystem::Stage> stage;
  std::optional<ecosystem::Standing> standing;
  ecosystem::StateCode member_state;              ///< proposed there, or taken up there
  ecosystem::ItemKey framework_item;              ///< addressed by its present text
  std::string project;                            ///< slug: its present text came from it
  std::optional<ecosystem::PipelineAct> decided;  ///< was decided at some time
  std::vector<std::string> words;                 ///< folded; each begins or is part of a word
};

/// A line of a list.
struct InnovationSummary {
  Innovation innovation;
  std::string title, problem;
  std::vector<ecosystem::ItemKey> framework_items;
  std::int64_t supporters = 0;
  std::optional<ecosystem::PipelineAct> last_act;
  std::string last_reasons;
};

struct InnovationPage {
  std::int64_t total = 0;  ///< of all that match
  std::vector<InnovationSummary> innovations;
};

/// The newest first, up to `limit` behind `after`.
Result<InnovationPage> find_innovations(sql::Connection& connection, const InnovationFilter& filter,
                                        std::optional<ecosystem::InnovationId> after,
                                        std::uint64_t limit);

/// How many stand where; what nobody stands in is left out.
Result<std::map<ecosystem::PipelineState, std::int64_t>> count_innovations(
    sql::Connection& connection);

/// What all but merged ones say, that are older than `than` where it is given, by id.
Result<std::vector<ecosystem::KnownInnovation>> known_innovations(
    sql::Connection& connection, std::optional<ecosystem::InnovationId> than = {});

}  // namespace tributary::store
