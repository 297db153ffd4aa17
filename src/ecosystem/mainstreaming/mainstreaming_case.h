// ecosystem/mainstreaming/mainstreaming_case.h
//
// What is put before an authority so that an innovation becomes everyday practice, and which needs
// of the case's next move it meets (case_state.h).
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/mainstreaming/case_state.h"
#include "ecosystem/mainstreaming/scalability_checklist.h"

namespace tributary::ecosystem {

struct MainstreamingCase {
  InnovationId innovation;
  StateCode state;
  Lever lever = Lever::guidance;
  std::string competent_authority;
  Checklist checklist;
  std::optional<Money>
      cost_at_scale;  ///< a year, for all providers of the state; not known is not 0
  std::string risks;
  std::string equity;  ///< who gains, who could lose
  std::optional<Date> in_force_from;
};

/// `is_recommended`: the innovation, by its last assessment gate. `reasons`: of the move at hand.
EnumSet<CaseNeed> needs_met(const MainstreamingCase& mainstreaming, bool is_recommended,
                            const std::string& reasons);

}  // namespace tributary::ecosystem
