// store/panel/agreement_draws.h
//
// By what the agreement of a panel is drawn: its seed is kept from the first scores on, and the
// figures when the gate is decided.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "ecosystem/innovation/stage.h"
#include "ecosystem/rights/actor.h"
#include "sql/connection.h"

namespace tributary::store {

struct AgreementDraw {
  std::int64_t gate_round = 1;
  std::int64_t calibration = 0;  ///< 0: the first scoring
  std::uint64_t seed = 1;
  std::uint32_t draws = 0;
  double level = 0;
  std::optional<std::string> figures;          ///< as they were when the gate was decided
  std::vector<ecosystem::PersonId> reviewers;  ///< whose scores counted then

  bool operator==(const AgreementDraw&) const = default;
};

/// Of all rounds, in their order.
Result<std::vector<AgreementDraw>> agreement_draws(sql::Connection& connection,
                                                   ecosystem::InnovationId id);

/// Those of which some draw is kept, in their order.
Result<std::vector<ecosystem::InnovationId>> innovations_with_draws(sql::Connection& connection);

/// Leaves one that is there as it is.
Result<> insert_agreement_draw(sql::Connection& connection, ecosystem::InnovationId id,
                               const AgreementDraw& draw);

/// Sets figures and reviewers of one that has none. REQUIRES: figures.
Result<> keep_agreement_figures(sql::Connection& connection, ecosystem::InnovationId id,
                                const AgreementDraw& draw);

}  // namespace tributary::store
