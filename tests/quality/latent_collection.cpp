#include "latent_collection.h"

#include "collection_search.h"
#include "search/similar/latent_training.h"

namespace tributary::quality {

LatentCollection::LatentCollection(const Collection& collection, TemporaryFolder folder,
                                   const search::Schema& schema, text::Language language)
    : collection_(&collection), folder_(std::move(folder)), terms_(collection, schema, language) {
  for (const auto& document : collection.documents) {
    numbers_.emplace(document.id, static_cast<std::uint32_t>(numbers_.size()));
  }
}

Result<std::unique_ptr<LatentCollection>> LatentCollection::create(const Collection& collection,
                                                                   const search::Schema& schema,
                                                                   text::Language language) {
  std::unique_ptr<LatentCollection> made(
      new LatentCollection(collection, TRY(TemporaryFolder::create()), schema, language));
  TRY(made->index(schema, language));
  TRY(made->train(schema.k1));
  return made;
}

Result<> LatentCollection::index(const search::Schema& schema, text::Language language) {
  snapshot_ = TRY(build(folder_.path() / "index", *collection_, schema, language)).snapshot();
  return {};
}

Result<> LatentCollection::train(float k1) {
  auto documents = terms_.documents();
  search::TermDocumentMatrixBuilder matrix({});
  for (auto& terms : documents) {
    for (auto& term : terms) term.weight = search::latent_weight(term.weight, k1);
    matrix.add(terms);
  }
  const auto space = search::train_latent_space(std::move(matrix).finish(), {.threads = 2});
  auto writer = TRY(search::LatentVectorsWriter::create(folder_.path() / "latent", space));
  for (const auto& terms : documents) TRY(writer.add(terms));
  const auto summary = TRY(writer.finish());
  file_ = TRY(search::SectionFile::open(folder_.path(), summary, search::FileKind::latent_vectors));
  vectors_ = TRY(search::LatentVectors::open(*file_));
  return {};
}

Ranking LatentCollection::ids(const std::vector<search::ScoredDocument>& documents) const {
  Ranking ranking;
  for (const auto& each : documents) ranking.push_back(collection_->documents[each.document].id);
  return ranking;
}

Result<Comparison> LatentCollection::compare_queries(double (*measure)(const Ranking&,
                                                                       const Relevant&)) {
  Comparison sum;
  double judged = 0;
  for (const auto& query : collection_->queries) {
    const auto relevant = collection_->relevant.find(query.id);
    if (relevant == collection_->relevant.end()) continue;
    search::Request request;
    request.query = any_word_of(query.text);
    request.limit = search::kLatentCandidates;
    const auto answer = TRY(snapshot_->search(request));
    std::vector<search::ScoredDocument> candidates;
    candidates.reserve(answer.hits.size());
    for (const auto& [id, score] : answer.hits) candidates.push_back({numbers_.at(id), score});
    sum.words += measure(ids(candidates), relevant->second);
    const auto text = vectors_->fold_in(terms_.terms_of_query(query.text));
    search::mix_with_latent(candidates, *vectors_, text);
    sum.mixed += measure(ids(candidates), relevant->second);
    ++judged;
  }
  return Comparison{sum.words / judged, sum.mixed / judged};
}

Result<Ranking> LatentCollection::similar_to(std::uint32_t document, float latent_weight) const {
  const search::SimilarSources sources{
      .documents = static_cast<std::uint32_t>(collection_->documents.size()),
      .vectors = &*vectors_,
      .best_by_words = [this](std::span<const search::TermWeight> terms,
                              std::size_t limit) -> Result<std::vector<search::ScoredDocument>> {
        return terms_.best_by_words(terms, limit);
      },
      .weights_in = [this](std::span<const search::TermWeight> terms,
                           std::uint32_t hit) -> Result<std::vector<float>> {
        std::vector<float> weights;
        for (const auto& term : terms) weights.push_back(terms_.weight_in(term.term, hit));
        return weights;
      }};
  const search::Subject subject{.terms = terms_.terms_of(document), .document = document};
  Ranking ranking;
  for (const auto& hit : TRY(search::similar_documents(
           subject, sources,
           {.limit = search::kLatentCandidates, .latent_weight = latent_weight}))) {
    ranking.push_back(collection_->documents[hit.document].id);
  }
  return ranking;
}

Result<Comparison> LatentCollection::compare_similar(std::size_t asked_of_each) const {
  Comparison sum;
  double asked = 0;
  for (const auto& [query, relevant] : collection_->relevant) {
    if (relevant.size() < 2) continue;
    std::size_t left = asked_of_each;
    for (auto id = relevant.begin(); id != relevant.end() && left > 0; ++id, --left) {
      auto others = relevant;
      others.erase(*id);
      const auto document = numbers_.at(*id);
      sum.words += average_precision(TRY(similar_to(document, 0)), others);
      sum.mixed += average_precision(TRY(similar_to(document, search::kLatentWeight)), others);
      ++asked;
    }
  }
  return Comparison{sum.words / asked, sum.mixed / asked};
}

}  // namespace tributary::quality
