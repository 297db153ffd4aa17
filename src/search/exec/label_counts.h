// search/exec/label_counts.h
#pragma once

#include <cstdint>
#include <vector>

#include "search/columns/label_column.h"
#include "search/exec/document_set.h"

namespace tributary::search {

/// ++counts[codes[d]] for every document d of `set`. REQUIRES: codes of at most four bytes.
void count_codes(const NarrowCodes& codes, const DocumentSet& set, std::uint32_t* counts);

/// How many documents of `set`, which holds `size` of them, have each ordinal of the column, that
/// for none included. In whichever way costs least: what is known of all documents, less what the
/// documents outside the set have; the ordinals of the documents in the set; or the set with the
/// bitmaps and lists of the values.
std::vector<std::uint32_t> count_labels(const LabelColumn& column, const DocumentSet& set,
                                        std::uint64_t size);

}  // namespace tributary::search
