// tests/quality/latent_collection.h
//
// A collection as two indexes, without and with latent vectors, and what these add.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>

#include "base/file.h"
#include "base/result.h"
#include "collection.h"
#include "measures.h"
#include "search/index.h"

namespace tributary::quality {

/// A measure's mean over the judged queries.
struct Comparison {
  double words = 0;  ///< ordered by words alone
  double mixed = 0;  ///< by the mix of words and latent vectors
  [[nodiscard]] double gain() const { return mixed / words - 1; }
};

class LatentCollection {
 public:
  /// REQUIRES: the fields of `schema` are title and text; `collection` outlives this.
  static Result<std::unique_ptr<LatentCollection>> create(const Collection& collection,
                                                          const search::Schema& schema,
                                                          text::Language language);

  /// The best 1,000 for each query by relevance, and the same with the company of words counted.
  Result<Comparison> compare_queries(double (*measure)(const Ranking&, const Relevant&)) const;

  /// Documents similar to one that is relevant to a query should be the others that are: the mean
  /// average precision over the first `asked_of_each` relevant documents of every query.
  Result<Comparison> compare_similar(std::size_t asked_of_each) const;

 private:
  LatentCollection(const Collection& collection, TemporaryFolder folder, text::Language language);
  [[nodiscard]] Result<Ranking> found(const std::string& query, search::Company company) const;
  [[nodiscard]] Result<Ranking> similar_to(const std::string& id,
                                           const search::Snapshot& snapshot) const;

  const Collection* collection_;
  TemporaryFolder folder_;
  text::Language language_;
  std::unordered_map<std::string, std::size_t> numbers_;  ///< of documents, by id
  std::shared_ptr<const search::Snapshot> by_words_, mixed_;
};

}  // namespace tributary::quality
