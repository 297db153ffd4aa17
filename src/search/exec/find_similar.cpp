#include "search/exec/find_similar.h"

#include <algorithm>
#include <deque>

#include "search/exec/given_text.h"
#include "search/exec/top_documents.h"

namespace tributary::search {
namespace {

/// Terms with weights of their own as leaves of a query: a leaf's idf is the weight.
class WeightedOr {
 public:
  WeightedOr(std::span<const TermWeight> terms, const Generation& generation)
      : generation_(generation) {
    double sum = 0;
    for (const auto& [term, weight] : terms) {
      const auto place = generation.dictionary().place(term, kRankedFields);
      if (!place) continue;
      sum += weight;
      auto& leaf = leaves_.emplace_back();
      leaf.words = {{.terms = {{.list = generation.dictionary().postings(*place), .number = term}},
                     .document_count = place->document_count,
                     .idf = weight}};
      leaf.mentions = 1;
      leaf.documents_in_index = generation.documents();
    }
    scale_ = ScoreScale::create(sum);
  }

  [[nodiscard]] std::vector<ScoredDocument> best(std::size_t limit) const {
    RankingTask task;
    task.limit = static_cast<std::uint32_t>(limit);
    for (const auto& leaf : leaves_) task.leaves.push_back(&leaf);
    std::vector<ScoredDocument> best;
    for (const auto& place : top_documents(generation_, task, scale_)) {
      best.push_back({.document = place.document, .score = scale_.score(place.sum)});
    }
    return best;
  }

 private:
  const Generation& generation_;
  std::deque<Leaf> leaves_;
  ScoreScale scale_ = ScoreScale::create(1);
};

std::vector<float> weights_in(std::span<const TermWeight> terms, const Generation& generation,
                              std::uint32_t document) {
  std::vector<float> weights;
  for (const auto& [term, weight] : terms) {
    const auto place = generation.dictionary().place(term, kRankedFields);
    weights.push_back(0);
    if (!place) continue;
    ListCursor cursor(generation.dictionary().postings(*place));
    if (cursor.seek(document) == document) {
      weights.back() = static_cast<float>(cursor.impact()) / 256.0F;
    }
  }
  return weights;
}

}  // namespace

Result<SimilarAnswer> find_similar(const SimilarQuery& query, const Generation& generation,
                                   text::Analyzer& analyzer) {
  auto given = TRY(read_texts(query.texts, generation, analyzer));
  const Subject subject{.terms = std::move(given.terms),
                        .k1 = generation.schema().k1,
                        .document = generation.find(query.id)};
  const SimilarSources sources{
      .documents = generation.documents(),
      .vectors = generation.latent_vectors(),
      .best_by_words =
          [&](std::span<const TermWeight> terms, std::size_t limit) {
            return Result<std::vector<ScoredDocument>>(WeightedOr(terms, generation).best(limit));
          },
      .weights_in =
          [&](std::span<const TermWeight> terms, std::uint32_t document) {
            return Result<std::vector<float>>(weights_in(terms, generation, document));
          }};
  SimilarAnswer answer{.hits = {}, .has_latent_vectors = sources.vectors != nullptr};
  for (const auto& [document, score, shared] :
       TRY(similar_documents(subject, sources, {.limit = query.limit}))) {
    auto& hit = answer.hits.emplace_back();
    hit.id = generation.id(document);
    hit.score = score;
    for (const auto& [term, share] : shared) {
      hit.shared.push_back({.word = given.words.at(term), .share = share});
    }
  }
  return answer;
}

}  // namespace tributary::search
