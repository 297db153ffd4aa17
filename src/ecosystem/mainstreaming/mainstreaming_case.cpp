#include "ecosystem/mainstreaming/mainstreaming_case.h"

namespace tributary::ecosystem {

EnumSet<CaseNeed> needs_met(const MainstreamingCase& mainstreaming, bool is_recommended,
                            const std::string& reasons) {
  EnumSet<CaseNeed> met;
  const auto note = [&](bool is_met, CaseNeed need) {
    if (is_met) met.add(need);
  };
  note(!reasons.empty(), CaseNeed::reasons);
  note(is_recommended, CaseNeed::recommendation);
  note(check_answered(mainstreaming.checklist).has_value(), CaseNeed::answered_checklist);
  note(mainstreaming.cost_at_scale.has_value(), CaseNeed::cost_at_scale);
  note(!mainstreaming.equity.empty(), CaseNeed::equity_statement);
  note(mainstreaming.in_force_from.has_value(), CaseNeed::date_in_force);
  return met;
}

}  // namespace tributary::ecosystem
