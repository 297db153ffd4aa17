// search/exec/histogram.h
#pragma once

#include <cstdint>
#include <vector>

#include "search/columns/integer_column.h"
#include "search/exec/document_set.h"
#include "search/request.h"

namespace tributary::search {

/// How many values of the documents in `set`, which holds `size` of them, lie in each bin; bins
/// begin at the multiples of `interval`, above zero, the lowest not before the lowest integer.
/// Ascending, those that count none left out.
std::vector<FacetCount> count_bins(const IntegerColumn& column, std::int64_t interval,
                                   const DocumentSet& set, std::uint64_t size);

}  // namespace tributary::search
