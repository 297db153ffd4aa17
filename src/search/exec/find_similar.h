// search/exec/find_similar.h
#pragma once

#include "base/result.h"
#include "search/index/segmented_index.h"
#include "search/similar_query.h"
#include "text/analyzer.h"

namespace tributary::search {

/// similar_documents() over the posting lists and latent vectors of an index, among the documents
/// `allowed`, which are all live. Which words a document has is in no file: its texts are analysed
/// once more.
Result<SimilarAnswer> find_similar(const SimilarQuery& query, const SegmentedIndex& index,
                                   const DocumentSet& allowed, text::Analyzer& analyzer);

}  // namespace tributary::search
