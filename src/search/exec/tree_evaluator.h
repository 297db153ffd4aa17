// search/exec/tree_evaluator.h
//
// Which documents a query tree finds. Two steps: prepare() turns leaves and filters into sets of
// documents, select() combines them. Scores are a matter of the leaves alone (query_leaf.h): a
// document's score counts every word of the query outside of NOT that it has, also one in a branch
// of the tree that it does not satisfy.
//
// The soft AND (docs/decisions/0006-soft-and.md): the documents that have all of its parts; where
// none inside the filters has them all, those with as many parts as any has. "Inside the filters"
// is the context: the selections of the request and everything that is ANDed with it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "search/exec/document_set.h"
#include "search/exec/query_leaves.h"
#include "search/index/segmented_index.h"
#include "search/query/query_tree.h"

namespace tributary::search {

/// How far the soft AND had to give way; both 0 in a query without one.
struct SoftAnd {
  std::uint32_t required = 0;
  std::uint32_t asked = 0;
};

/// A node whose leaves have met the index.
struct PreparedNode {
  NodeKind kind = NodeKind::everything;
  std::optional<DocumentSet> matches;  ///< of filters
  const QueryLeaf* leaf = nullptr;     ///< of what looks for words
  std::vector<PreparedNode> children;
};

/// Nothing when the tree holds nothing to look for: then nothing is found.
/// Errors: `invalid_argument` naming a field or column; `too_deep` over 200 levels; `corrupt`.
Result<std::optional<PreparedNode>> prepare(const QueryTree& tree, const SegmentedIndex& index,
                                            QueryLeaves& leaves);

/// The documents that `node` finds, whether inside `context` or not, and numbers of no document;
/// `context`, which holds only documents that are there, decides how far soft ANDs give way. The
/// first soft AND that must hold for the whole query goes to `report`.
DocumentSet select(const PreparedNode& node, const SegmentedIndex& index,
                   const DocumentSet& context, SoftAnd& report);

}  // namespace tributary::search
