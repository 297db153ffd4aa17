// search/exec/filters.h
//
// Columns as sets of documents: labels by their bitmaps and lists, ranges by a slice of the column
// in order or window by window.
#pragma once

#include <string_view>

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/index/segment.h"
#include "search/request.h"

namespace tributary::search {

/// The column `name`, of one of two kinds. Errors: `invalid_argument` naming a column that is not
/// there or holds something else. Text columns are for sorting only.
Result<const LabelColumn*> label_column(const Segment& segment, std::string_view name);
Result<const IntegerColumn*> integer_column(const Segment& segment, std::string_view name);

Result<DocumentSet> documents_in(const Segment& segment, const LabelFilter& filter);
Result<DocumentSet> documents_in(const Segment& segment, const RangeFilter& filter);

/// The documents in all ranges of the bucket.
Result<DocumentSet> documents_in(const Segment& segment, const FacetBucket& bucket);

/// The documents in any filter of the selection; all of them when it chooses nothing.
Result<DocumentSet> documents_in(const Segment& segment, const Selection& selection);

/// The documents without a value in a column of any kind.
Result<DocumentSet> documents_without(const Segment& segment, std::string_view column);

}  // namespace tributary::search
