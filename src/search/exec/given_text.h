// search/exec/given_text.h
//
// The texts of a document as terms of an index, and back into words.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "search/document.h"
#include "search/exec/word_terms.h"
#include "search/index/segmented_index.h"
#include "search/similar/similar_documents.h"
#include "text/analyzer.h"

namespace tributary::search {

struct GivenText {
  /// What the index knows of the words in topical fields, each term once, in the order of terms; a
  /// term's number is its place here. The weights are BM25F's, as if the document were in the
  /// index.
  std::vector<DocumentTerm> terms;
  std::vector<TermNumbers> numbers;  ///< of each term in each segment
  /// The word that became a term: of several spellings the most frequent, then the first.
  std::vector<std::string> words;
};

/// `texts` as an index takes them (document.h). Errors: `invalid_argument` for a field that the
/// schema lacks.
Result<GivenText> read_texts(std::span<const Document::Text> texts, const SegmentedIndex& index,
                             text::Analyzer& analyzer);

}  // namespace tributary::search
