// search/exec/relevance.h
//
// The order of a result by relevance: scores by the leaves of the query, ties and documents without
// any leaf by id.
#pragma once

#include <optional>
#include <vector>

#include "search/exec/document_set.h"
#include "search/exec/query_leaf.h"
#include "search/exec/score_scale.h"
#include "search/exec/top_documents.h"
#include "search/request.h"

namespace tributary::search {

/// Of one query in one segment. Not thread-safe; what it is made of must outlive it.
class Relevance {
 public:
  Relevance(const Segment& segment, const std::vector<const Leaf*>& leaves, Ranking ranking,
            TimeLimit& time);

  [[nodiscard]] const ScoreScale& scale() const { return scale_; }

  [[nodiscard]] RankedDocument place_of(std::uint32_t document) const;
  [[nodiscard]] float score(const RankedDocument& document) const {
    return scale_.score(document.sum);
  }

  /// Whether the document has any leaf, or all of them.
  [[nodiscard]] bool has_leaves(std::uint32_t document, Requirement requirement) const;

  /// The first `limit` documents of `result` that come after `after`, in order; those with sums
  /// below `floor` may be left out.
  [[nodiscard]] std::vector<RankedDocument> page(const DocumentSet& result, std::uint32_t limit,
                                                 const std::optional<RankedDocument>& after,
                                                 std::uint32_t floor) const;

  /// The same for the documents of `allowed` (null: all) that have any leaf, or all of them,
  /// without looking for the rest.
  [[nodiscard]] std::vector<RankedDocument> page_of_leaves(
      Requirement requirement, const DocumentSet* allowed, std::uint32_t limit,
      const std::optional<RankedDocument>& after, std::uint32_t floor) const;

 private:
  /// The documents that have any leaf, or all of them.
  [[nodiscard]] DocumentSet with_leaves(Requirement requirement) const;
  std::vector<RankedDocument> all_ranked(const RankingTask& task) const;
  std::vector<RankedDocument> without_leaves(const DocumentSet& result, std::size_t limit,
                                             const std::optional<RankedDocument>& after) const;

  const Segment& segment_;
  const std::vector<const Leaf*>& leaves_;
  Ranking ranking_;
  TimeLimit& time_;
  ScoreScale scale_;
};

}  // namespace tributary::search
