// app/ecosystem/panel/rubric_desk.h
//
// The use cases of rubrics: stewards draft and publish them, anyone reads them, and ranks what was
// scored under one.
//
//   RubricDesk desk(connections, clock);
//   const auto id = TRY(desk.draft(steward, rubric));
//   TRY(desk.publish(steward, id, {1}));
//   TRY(desk.rank(actor, {.id = id, .weights = {3, 1, 2}})).by_weights
//
// Publishing sets the rule of the gate: what comes before it from then on is scored by this rubric,
// and what stands before it already keeps its own. A published rubric never changes; a new version
// is another draft. Errors are as at the other desks.
//
// Thread rule: safe from any thread.
#pragma once

#include <vector>

#include "app/ecosystem/panel/portfolio_ranking.h"
#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "store/panel/rubrics.h"
#include "store/pool.h"

namespace tributary::app {

struct EditRubric {
  store::RubricId id;
  store::Revision seen;
  ecosystem::Rubric rubric;
};

struct RankPortfolio {
  store::RubricId id;
  std::vector<int> weights;  ///< of the criteria that are weighed, in their order; empty: its own
  std::uint64_t seed = 1;    ///< of rank acceptability
};

class RubricDesk {
 public:
  /// REQUIRES: both outlive it.
  RubricDesk(store::ConnectionPool& connections, const Clock& clock)
      : connections_(connections), clock_(clock) {}

  // Anyone.
  /// The newest first.
  Result<std::vector<store::StoredRubric>> list();
  Result<store::StoredRubric> view(store::RubricId id);
  /// Of what was scored under it: rounds that are decided, and those at hand whose scores the actor
  /// may see. Errors: `unmet` for a draft; `invalid_argument` naming `weights`.
  Result<RankedPortfolio> rank(const ecosystem::Actor& actor, const RankPortfolio& request);

  // Stewards of the framework, as gate rules are theirs.
  Result<store::RubricId> draft(const ecosystem::Actor& actor, const ecosystem::Rubric& rubric);
  Result<> edit(const ecosystem::Actor& actor, const EditRubric& request);
  Result<> publish(const ecosystem::Actor& actor, store::RubricId id, store::Revision seen);

 private:
  store::ConnectionPool& connections_;
  const Clock& clock_;
};

}  // namespace tributary::app
