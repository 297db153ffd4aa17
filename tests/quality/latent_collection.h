// tests/quality/latent_collection.h
//
// A collection with its index, its terms and its latent vectors, and what the vectors add to words.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/file.h"
#include "base/result.h"
#include "collection.h"
#include "collection_terms.h"
#include "measures.h"
#include "search/index.h"
#include "search/similar/latent_vectors.h"
#include "search/similar/similar_documents.h"

namespace tributary::quality {

/// A measure's mean over the judged queries.
struct Comparison {
  double words = 0;  ///< ordered by words alone
  double mixed = 0;  ///< by the mix of words and latent vectors
  [[nodiscard]] double gain() const { return mixed / words - 1; }
};

class LatentCollection {
 public:
  /// Indexes, trains, writes the vectors to a file and reads them from it. REQUIRES: the fields of
  /// `schema` are title and text; `collection` outlives this.
  static Result<std::unique_ptr<LatentCollection>> create(const Collection& collection,
                                                          const search::Schema& schema,
                                                          text::Language language);

  /// BM25F's best 1,000 for each query, and the same ordered by the mix.
  Result<Comparison> compare_queries(double (*measure)(const Ranking&, const Relevant&));

  /// Documents similar to one that is relevant to a query should be the others that are: the mean
  /// average precision over the first `asked_of_each` relevant documents of every query.
  Result<Comparison> compare_similar(std::size_t asked_of_each) const;

 private:
  LatentCollection(const Collection& collection, TemporaryFolder folder,
                   const search::Schema& schema, text::Language language);
  Result<> index(const search::Schema& schema, text::Language language);
  Result<> train(float k1);
  [[nodiscard]] Result<Ranking> similar_to(std::uint32_t document, float latent_weight) const;
  [[nodiscard]] Ranking ids(const std::vector<search::ScoredDocument>& documents) const;

  const Collection* collection_;
  TemporaryFolder folder_;
  CollectionTerms terms_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< of documents, by id
  std::shared_ptr<const search::Snapshot> snapshot_;
  std::optional<search::SectionFile> file_;
  std::optional<search::LatentVectors> vectors_;
};

}  // namespace tributary::quality
