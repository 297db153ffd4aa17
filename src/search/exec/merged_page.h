// search/exec/merged_page.h
//
// The page of a whole index, from the pages of its segments. Each segment orders its own documents
// by numbers that mean nothing in another (ranks of ids, of labels, of texts); between segments
// the things themselves are compared. One segment has nothing to merge.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "search/exec/query_leaves.h"
#include "search/exec/relevance.h"
#include "search/index/segmented_index.h"
#include "search/request.h"

namespace tributary::search {

/// A document of a page, by its number in the whole index.
struct PageHit {
  std::uint32_t document = 0;
  float score = 0;  ///< 0 where the order is not by relevance
};

/// The order by relevance. Not thread-safe; index and leaves must outlive it.
class MergedRelevance {
 public:
  MergedRelevance(const SegmentedIndex& index, const QueryLeaves& leaves, Ranking ranking,
                  TimeLimit& time);

  /// The same in all segments, as idf are.
  [[nodiscard]] const ScoreScale& scale() const { return of_segment_.front().scale(); }

  /// Whether the document has any leaf, or all of them.
  [[nodiscard]] bool has_leaves(std::uint32_t document, Requirement requirement) const;

  /// The first `limit` documents of `result` that come after the document `after`, in order.
  [[nodiscard]] std::vector<PageHit> page(const DocumentSet& result, std::uint32_t limit,
                                          const std::optional<std::uint32_t>& after) const;

  /// The same for the documents of `allowed` (null: all) that have any leaf, or all of them,
  /// without looking for the rest.
  [[nodiscard]] std::vector<PageHit> page_of_leaves(
      Requirement requirement, const DocumentSet* allowed, std::uint32_t limit,
      const std::optional<std::uint32_t>& after) const;

 private:
  [[nodiscard]] std::optional<RankedDocument> place_in(
      std::size_t segment, const std::optional<std::uint32_t>& after) const;
  template <class Find>
  std::vector<PageHit> merged(std::uint32_t limit, const std::optional<std::uint32_t>& after,
                              Find find) const;

  const SegmentedIndex& index_;
  std::vector<Relevance> of_segment_;
};

/// The same in the order of a column. Errors: `invalid_argument` naming a column that is not there.
Result<std::vector<PageHit>> merged_page(const SegmentedIndex& index, const Sort& sort,
                                         const DocumentSet& result, std::uint32_t limit,
                                         const std::optional<std::uint32_t>& after);

}  // namespace tributary::search
