// search/exec/facets.h
#pragma once

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/index/segment.h"
#include "search/request.h"

namespace tributary::search {

/// Counts one facet over `result`, which holds `size` documents.
/// Errors: `invalid_argument` naming a column that is not there or of the wrong kind, or the facet
/// whose interval is not above zero.
Result<Facet> count_facet(const Segment& segment, const FacetRequest& request,
                          const DocumentSet& result, std::uint64_t size);

}  // namespace tributary::search
