// search/exec/bucket_counts.h
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/index/segment.h"
#include "search/request.h"

namespace tributary::search {

struct BucketSum {
  std::int64_t sum = 0;
  std::uint64_t documents = 0;  ///< that have a value
};

struct BucketCounts {
  std::vector<std::uint64_t> counts;  ///< of each bucket
  std::vector<BucketSum> sums;        ///< likewise, where a column was named
  std::uint64_t in_none = 0;
};

/// How many documents of `set` lie in each bucket, window by window, and what their values of the
/// column `sum` come to; without a name nothing is added up. Errors: as RangeMatch::create(), and
/// for a column of that name which is not there or not of integers.
Result<BucketCounts> count_buckets(const Segment& segment, const std::vector<FacetBucket>& buckets,
                                   const DocumentSet& set, const std::string& sum);

}  // namespace tributary::search
