// app/hubs/hub_filter.h
//
// The part of the catalogue that a hub shows, as searches.
//
// Thread rule: safe from any thread.
#pragma once

#include <string>
#include <string_view>

#include "app/portal.h"
#include "ecosystem/hub/hub.h"
#include "ecosystem/hub/quarter.h"

namespace tributary::app {

/// The choices of a hub's filter, facet by facet.
std::vector<FacetChoice> filters_of(const ecosystem::HubContent& hub);

/// `query` AND `words`, each as a whole; the other where one of them is empty.
std::string words_within(std::string_view query, std::string_view words);

/// "start:2026-10..2026-12".
std::string words_for(ecosystem::Quarter quarter);

/// Errors: `invalid_argument` where the query has a part that would be read as something else than
/// it says, naming its first character ("query", from 1), or where the search refuses the filter
/// ("choices").
Result<> check_hub_filter(const ecosystem::HubContent& hub, Portal& portal);

/// The values chosen for the facet "country", as published.
std::vector<std::string> countries_of(const ecosystem::HubContent& hub);

/// The regions that its words ask for, "region:FRL0", where they do not leave them out.
std::vector<std::string> regions_of(const ecosystem::HubContent& hub);

/// The codes that the ecosystem may have for them: Greece is GR to some and EL to others.
std::vector<std::string> member_states_of(const ecosystem::HubContent& hub);

}  // namespace tributary::app
