// app/partners/partner_choice.h
//
// Which candidates a person wants to see, and how many there are of each country and type.
#pragma once

#include <vector>

#include "app/partners/find_partners.h"

namespace tributary::app {

/// What newcomers have at most since their first project began.
inline constexpr int kNewcomerYears = 3;

bool is_newcomer(std::optional<Date> first_began, Date today);

/// Errors: `invalid_argument` naming a field whose value is none, or that has more than 300 values.
Result<> check_filters(const PartnerFilters& filters);

/// Leaves those that are within all filters; answers the facets, as in PartnerAnswer. REQUIRES:
/// check_filters(filters).
std::vector<FacetResult> keep_chosen(network::PartnerCandidates& candidates,
                                     const PartnerFilters& filters, const PartnerNetwork& network,
                                     Date today);

}  // namespace tributary::app
