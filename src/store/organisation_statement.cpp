#include "store/organisation_statement.h"

namespace tributary::store {

std::int32_t statement_year(const catalogue::SourceProject& project) {
  if (project.updated_on) return project.updated_on->year();
  if (project.start) return project.start->year();
  return project.call_year.value_or(0);
}

bool overlay_statement(catalogue::NamedOrganisation& known,
                       const catalogue::NamedOrganisation& stated, bool replace) {
  bool changed = false;
  const auto take = [&](auto& value, const auto& incoming, bool is_stated, bool is_gap) {
    if (!is_stated || value == incoming || (!replace && !is_gap)) return;
    value = incoming;
    changed = true;
  };
  for (const auto text : catalogue::kOrganisationTexts) {
    take(known.*text, stated.*text, !(stated.*text).empty(), (known.*text).empty());
  }
  using catalogue::OrganisationType;
  take(known.type, stated.type, stated.type != OrganisationType::unknown,
       known.type == OrganisationType::unknown);
  take(known.is_sme, stated.is_sme, stated.is_sme.has_value(), !known.is_sme);
  // The two coordinates are one statement.
  if (stated.latitude && stated.longitude) {
    const bool gap = !known.latitude || !known.longitude;
    take(known.latitude, stated.latitude, true, gap);
    take(known.longitude, stated.longitude, true, gap);
  }
  return changed;
}

}  // namespace tributary::store
