#pragma once

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/index/segmented_index.h"
#include "search/request.h"

namespace tributary::search {

/// Counts one facet over `result` in all segments. Errors: as count_facet().
Result<Facet> count_in_all(const SegmentedIndex& index, const FacetRequest& request,
                           const DocumentSet& result);

}  // namespace tributary::search
