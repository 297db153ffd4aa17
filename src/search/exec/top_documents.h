// search/exec/top_documents.h
//
// The best documents of a query without looking at all of them: windows of 4,096 documents, each
// with an upper bound of what its documents can score, and within a window block-max MaxScore: the
// leaves that together cannot reach the best so far are only asked about documents that others
// brought up. Exact: the same documents, scores and order as scoring everything (exhaustive.h).
// Sources: Turtle & Flood (1995); Ding & Suel (2011) for the bounds.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "search/exec/document_set.h"
#include "search/exec/query_leaf.h"
#include "search/exec/score_scale.h"

namespace tributary::search {

/// Smaller comes first: the higher sum, then the smaller id.
struct RankedDocument {
  std::uint32_t sum = 0;
  std::uint32_t id_rank = 0;
  std::uint32_t document = 0;
  std::strong_ordering operator<=>(const RankedDocument& other) const {
    if (sum != other.sum) return other.sum <=> sum;
    return id_rank <=> other.id_rank;
  }
  bool operator==(const RankedDocument&) const = default;
};

/// Whether a document needs all leaves or any of them to be found.
enum class Requirement : std::uint8_t { any, all };

struct RankingTask {
  std::vector<const Leaf*> leaves;
  Requirement requirement = Requirement::any;
  std::vector<const Leaf*> phrases;      ///< whose words are among the leaves: all must stand
  const DocumentSet* allowed = nullptr;  ///< none but these; null: all
  std::uint32_t limit = 10;
  std::optional<RankedDocument> after;  ///< only what comes after it
  std::uint32_t floor = 1;    ///< sums below this are not wanted; at least 1. Those of a document
                              ///< without any leaf are never ranked
  TimeLimit* time = nullptr;  ///< null: none
};

/// The first `limit` documents that have a leaf (or all), in order; fewer where there are fewer.
std::vector<RankedDocument> top_documents(const Segment& segment, const RankingTask& task,
                                          const ScoreScale& scale);

}  // namespace tributary::search
