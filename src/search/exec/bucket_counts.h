// search/exec/bucket_counts.h
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/index/segment.h"
#include "search/request.h"

namespace tributary::search {

struct BucketCounts {
  std::vector<std::uint64_t> counts;  ///< of each bucket
  std::uint64_t in_none = 0;
};

/// How many documents of `set` lie in each bucket, window by window. Errors: as
/// RangeMatch::create().
Result<BucketCounts> count_buckets(const Segment& segment, const std::vector<FacetBucket>& buckets,
                                   const DocumentSet& set);

}  // namespace tributary::search
