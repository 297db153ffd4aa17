#include "latent_collection.h"

#include "collection_search.h"

namespace tributary::quality {
namespace {

constexpr std::uint32_t kRanked = 1'000;

}  // namespace

LatentCollection::LatentCollection(const Collection& collection, TemporaryFolder folder,
                                   text::Language language)
    : collection_(&collection), folder_(std::move(folder)), language_(language) {
  for (const auto& document : collection.documents) {
    numbers_.emplace(document.id, numbers_.size());
  }
}

Result<std::unique_ptr<LatentCollection>> LatentCollection::create(const Collection& collection,
                                                                   const search::Schema& schema,
                                                                   text::Language language) {
  std::unique_ptr<LatentCollection> made(
      new LatentCollection(collection, TRY(TemporaryFolder::create()), language));
  const auto folder = made->folder_.path();
  auto with = schema, without = schema;
  with.latent.fewest_documents = 1;
  without.latent.dimensions = 0;
  made->mixed_ = TRY(build(folder / "mixed", collection, with, language)).snapshot();
  made->by_words_ = TRY(build(folder / "words", collection, without, language)).snapshot();
  return made;
}

Result<Ranking> LatentCollection::found(const std::string& query, search::Company company) const {
  search::Request request;
  request.query = any_word_of(query);
  request.limit = kRanked;
  request.company = company;
  const auto answer = TRY(mixed_->search(request));
  Ranking ranking;
  for (const auto& hit : answer.hits) ranking.push_back(hit.id);
  return ranking;
}

Result<Comparison> LatentCollection::compare_queries(double (*measure)(const Ranking&,
                                                                       const Relevant&)) const {
  Comparison sum;
  double judged = 0;
  for (const auto& query : collection_->queries) {
    const auto relevant = collection_->relevant.find(query.id);
    if (relevant == collection_->relevant.end()) continue;
    sum.words += measure(TRY(found(query.text, search::Company::ignored)), relevant->second);
    sum.mixed += measure(TRY(found(query.text, search::Company::counted)), relevant->second);
    ++judged;
  }
  return Comparison{sum.words / judged, sum.mixed / judged};
}

Result<Ranking> LatentCollection::similar_to(const std::string& id,
                                             const search::Snapshot& snapshot) const {
  const auto& subject = collection_->documents[numbers_.at(id)];
  const auto answer =
      TRY(snapshot.similar({.texts = {{.field = 0, .text = subject.title, .language = language_},
                                      {.field = 1, .text = subject.text, .language = language_}},
                            .id = id,
                            .limit = kRanked}));
  Ranking ranking;
  for (const auto& hit : answer.hits) ranking.push_back(hit.id);
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
      sum.words += average_precision(TRY(similar_to(*id, *by_words_)), others);
      sum.mixed += average_precision(TRY(similar_to(*id, *mixed_)), others);
      ++asked;
    }
  }
  return Comparison{sum.words / asked, sum.mixed / asked};
}

}  // namespace tributary::quality
