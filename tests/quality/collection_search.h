// tests/quality/collection_search.h
//
// A collection as an index, and its queries as requests.
#pragma once

#include <string>

#include "base/file.h"
#include "base/result.h"
#include "collection.h"
#include "search/index.h"

namespace tributary::quality {

/// Porter and 33 stop words: the analysis that published figures use.
text::AnalyzerOptions published_analysis();

/// Title and text in one field: BM25 with k1 0.9 and b 0.4, as Anserini runs it.
search::Schema flat(text::AnalyzerOptions analysis);

/// The product's ranking: title × 2.5 with b 0.5, text with b 0.75, k1 1.2.
search::Schema fielded(text::AnalyzerOptions analysis);

/// Any of its words, which is what these collections' queries mean.
search::QueryTree any_word_of(const std::string& text);

Result<search::Index> build(const Path& folder, const Collection& collection,
                            const search::Schema& schema, text::Language language);

}  // namespace tributary::quality
