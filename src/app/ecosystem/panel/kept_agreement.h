// app/ecosystem/panel/kept_agreement.h
//
// What is kept of how far a panel agrees: the seed of its draws, from the first scores on, and the
// figures when the gate is decided, so that they can be computed again and compared.
//
//   TRY(keep_draw(connection, sheet_at_hand(file, reviewer)));  // with the scores
//   TRY(keep_figures(connection, file));                        // with the decision
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/ecosystem/innovation_file.h"
#include "app/ecosystem/panel/panel_agreement.h"
#include "store/panel/agreement_draws.h"

namespace tributary::app {

/// Draws a seed for the scoring, unless it has one.
Result<> keep_draw(sql::Connection& connection, const store::SheetKey& scoring);

/// Of the round at hand, whose gate is being decided.
Result<> keep_figures(sql::Connection& connection, const InnovationFile& file);

/// Of one scoring, by the seed that is kept; without figures where nobody has scored in it yet.
Result<PanelAgreement> kept_agreement(sql::Connection& connection, const InnovationFile& file,
                                      const std::vector<store::AgreementDraw>& draws,
                                      std::int64_t round, std::int64_t calibration);

/// Every figure of it to the last bit, as a text.
std::string figures_text(const PanelAgreement& agreement);

/// A scoring whose gate is decided, computed again by the seed that is kept.
struct AgreementReproduction {
  ecosystem::InnovationId innovation;
  store::AgreementDraw kept;
  std::string figures_now;
};

/// Of one innovation; those that were decided before figures were kept are left out.
Result<std::vector<AgreementReproduction>> reproduce_agreements(sql::Connection& connection,
                                                                ecosystem::InnovationId id);

}  // namespace tributary::app
