// search/exec/count_terms.h: which words the documents found have, by a column of numbers.
#pragma once

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/exec/time_limit.h"
#include "search/index/segmented_index.h"
#include "search/term_counts.h"

namespace tributary::search {

/// Counts the documents of `found` by term and bin, over the terms of ranked fields. Goes once over
/// the list of every term with enough documents: linear in the postings of the index, however few
/// documents are found.
Result<TermCounts> count_terms(const TermCountsQuery& query, const SegmentedIndex& index,
                               const DocumentSet& found, TimeLimit& time);

}  // namespace tributary::search
