// tests/quality/collection_terms.h
//
// The terms of a collection with their BM25F weights, computed from the text, apart from the index.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "collection.h"
#include "search/schema.h"
#include "search/similar/similar_documents.h"
#include "search/similar/term_weight.h"
#include "text/analyzer.h"

namespace tributary::quality {

/// Documents by their place in the collection. Not thread-safe.
class CollectionTerms {
 public:
  /// REQUIRES: the fields of `schema` are title and text.
  CollectionTerms(const Collection& collection, const search::Schema& schema,
                  text::Language language);

  /// Each document's terms, ascending, with u = tf~/(k1 + tf~).
  [[nodiscard]] const std::vector<std::vector<search::TermWeight>>& documents() const {
    return documents_;
  }

  [[nodiscard]] std::vector<search::DocumentTerm> terms_of(std::uint32_t document) const;

  /// u of the term in the document; 0 where it lacks the term.
  [[nodiscard]] float weight_in(std::uint32_t term, std::uint32_t document) const;

  /// The best documents by Σ weight · u, equals by number: a weighted OR.
  [[nodiscard]] std::vector<search::ScoredDocument> best_by_words(
      std::span<const search::TermWeight> terms, std::size_t limit) const;

  /// The known terms of a query with their frequencies.
  std::vector<search::TermWeight> terms_of_query(const std::string& text);

 private:
  /// Frequencies of the terms by number.
  std::unordered_map<std::uint32_t, float> count(const std::string& text);

  text::Language language_;
  text::Analyzer analyzer_;
  std::vector<text::Token> tokens_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::vector<search::ScoredDocument>> postings_;  ///< by term, with u
  std::vector<std::vector<search::TermWeight>> documents_;
};

}  // namespace tributary::quality
