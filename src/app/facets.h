// app/facets.h
//
// The facets of the project search: what each is called, what it counts, and how a choice in it
// becomes a selection.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/portal.h"
#include "base/date.h"
#include "base/result.h"
#include "search/request.h"

namespace tributary::app {

/// The engine's request for the facet `name`. Errors: `invalid_argument` for a name that is not a
/// facet.
Result<search::FacetRequest> facet_request(std::string_view name, Date today);

/// The engine's selection for `choice`. Errors: `invalid_argument` for an unknown facet, or a year
/// that is none.
Result<search::Selection> selection(const FacetChoice& choice, Date today);

/// The engine's counts in the words of people; values chosen but not counted appear with their
/// count of 0.
FacetResult facet_result(const search::Facet& facet, const std::vector<FacetChoice>& choices);

}  // namespace tributary::app
