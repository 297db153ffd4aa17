// An index that is built, extended, thinned out and merged in any order, against a naive twin.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "answer_properties.h"
#include "any_corpus.h"
#include "naive_search.h"
#include "search/index.h"

namespace tributary::search_cases {
namespace {

using search::Commit;
using search::Document;

/// An index in a folder, and what the naive twin knows of it.
class History {
 public:
  explicit History(const Path& folder, search::Schema schema = property_schema())
      : folder_(folder), schema_(std::move(schema)) {}

  void write(const std::vector<Document>& documents, const std::vector<std::string>& removed,
             Commit how) {
    auto writer = search::IndexWriter::create(folder_, schema_).value();
    for (const auto& id : removed) RC_ASSERT(writer.remove(id).has_value());
    for (const auto& document : documents) RC_ASSERT(writer.add(document).has_value());
    RC_ASSERT(writer.commit(how).has_value());
    if (how == Commit::rebuild) naive_ = {};
    for (const auto& id : removed) forget(id);
    std::set<std::string> later;
    std::vector<Document> kept;
    for (auto at = documents.size(); at-- > 0;) {
      if (later.insert(documents[at].id).second) kept.push_back(documents[at]);
    }
    for (const auto& document : kept) forget(document.id);
    naive_.stored.insert(naive_.stored.end(), kept.begin(), kept.end());
    naive_.is_live.resize(naive_.stored.size(), true);
    if (how == Commit::rebuild) naive_.averaged = std::move(kept);
  }

  void merge() {
    RC_ASSERT(search::merge_segments(folder_, search::Merge::everything).has_value());
    NaiveIndex left{.stored = {}, .is_live = {}, .averaged = naive_.averaged};
    for (std::size_t at = 0; at < naive_.stored.size(); ++at) {
      if (naive_.is_live[at]) left.stored.push_back(naive_.stored[at]);
    }
    left.is_live.assign(left.stored.size(), true);
    naive_ = std::move(left);
  }

  /// A first build, then anything.
  void happen() {
    write(*any_corpus(), {}, Commit::rebuild);
    for (auto left = *rc::gen::inRange(0, 5); left > 0; --left) {
      switch (*rc::gen::inRange(0, 8)) {
        case 0:
          merge();
          break;
        case 1:
          write(*any_corpus(), {}, Commit::rebuild);
          break;
        default:
          write(*rc::gen::resize(20, any_corpus()), *removed_ids(), Commit::extend);
      }
    }
  }

  [[nodiscard]] const NaiveIndex& naive() const { return naive_; }
  [[nodiscard]] std::shared_ptr<const search::Snapshot> open() const {
    auto index = search::Index::open(folder_);
    RC_ASSERT(index.has_value());
    return index->snapshot();
  }

 private:
  static rc::Gen<std::vector<std::string>> removed_ids() {
    return rc::gen::resize(
        8, rc::gen::container<std::vector<std::string>>(rc::gen::map(
               rc::gen::inRange(0, 60), [](int number) { return "d" + std::to_string(number); })));
  }

  void forget(const std::string& id) {
    for (std::size_t at = 0; at < naive_.stored.size(); ++at) {
      if (naive_.stored[at].id == id) naive_.is_live[at] = false;
    }
  }

  Path folder_;
  search::Schema schema_;
  NaiveIndex naive_;
};

RC_GTEST_PROP(Segments, AnswerAsOneIndexThatIsLookedThroughDocumentByDocument, ()) {
  const auto folder = TemporaryFolder::create();
  History history(folder->path());
  history.happen();
  const auto request = *any_request();
  const auto answer = history.open()->search(request);
  RC_ASSERT(answer.has_value());
  const auto expected = search_naively(property_schema(), history.naive(), request);
  RC_ASSERT(answer->total == expected.total);
  RC_ASSERT(answer->words_asked == expected.words_asked);
  RC_ASSERT(answer->words_required == expected.words_required);
  assert_same_facets(*answer, expected);
  RC_ASSERT(answer->hits.size() == expected.hits.size());
  for (std::size_t i = 0; i < answer->hits.size(); ++i) {
    RC_ASSERT(std::abs(answer->hits[i].score - expected.hits[i].score) <= 1e-4F);
    if (!request.sort.column.empty()) RC_ASSERT(answer->hits[i].id == expected.hits[i].id);
  }
}

RC_GTEST_PROP(Segments, PruningChangesNothingOnAnyPage, ()) {
  const auto folder = TemporaryFolder::create();
  History history(folder->path());
  history.happen();
  const auto snapshot = history.open();
  auto request = *any_request();
  request.totals =
      *rc::gen::elementOf(std::vector{search::Totals::exact, search::Totals::left_out});
  if (request.totals == search::Totals::left_out) request.facets.clear();
  do {
    request.ranking = search::Ranking::exhaustive;
    const auto expected = snapshot->search(request);
    request.ranking = search::Ranking::pruned;
    const auto answer = snapshot->search(request);
    RC_ASSERT(answer.has_value());
    RC_ASSERT(expected.has_value());
    RC_ASSERT(answer->total == expected->total);
    RC_ASSERT(answer->next == expected->next);
    RC_ASSERT(answer->words_required == expected->words_required);
    assert_same_hits(*answer, *expected);
    request.after = answer->next;
  } while (!request.after.empty());
}

RC_GTEST_PROP(Segments, PagesTogetherAreTheWholeResultInOrder, ()) {
  const auto folder = TemporaryFolder::create();
  History history(folder->path());
  history.happen();
  const auto snapshot = history.open();
  auto request = *any_request();
  auto whole_request = request;
  whole_request.limit = 1'000;
  const auto whole = snapshot->search(whole_request);
  RC_ASSERT(whole.has_value());
  std::vector<std::string> at_once;
  for (const auto& hit : whole->hits) at_once.push_back(hit.id);
  RC_ASSERT(ids_of_all_pages(*snapshot, request) == at_once);
}

RC_GTEST_PROP(Segments, AnExplanationAddsUpToTheScore, ()) {
  const auto folder = TemporaryFolder::create();
  History history(folder->path());
  history.happen();
  auto request = *any_request();
  request.sort = {};
  assert_explained(*history.open(), request);
}

RC_GTEST_PROP(Segments, CompanyOrdersTheSameDocumentsAndPagesFollowOneAnother, ()) {
  auto schema = property_schema();
  schema.latent = {.dimensions = 4, .fewest_documents = 1};
  const auto folder = TemporaryFolder::create();
  History history(folder->path(), schema);
  history.happen();
  const auto snapshot = history.open();
  auto request = *any_request();
  request.sort = {};
  request.facets.clear();
  request.limit = 1'000;
  auto by_words = ids_of_all_pages(*snapshot, request);
  request.company = search::Company::counted;
  const auto whole = ids_of_all_pages(*snapshot, request);
  auto sorted = whole;
  std::ranges::sort(sorted);
  std::ranges::sort(by_words);
  RC_ASSERT(sorted == by_words);
  request.limit = *rc::gen::inRange(1U, 5U);
  RC_ASSERT(ids_of_all_pages(*snapshot, request) == whole);
}

/// Where nothing was removed, what is merged is not told from what was not, nor from one build.
RC_GTEST_PROP(Segments, MergedAnswerAsBefore, ()) {
  const auto folder = TemporaryFolder::create();
  History history(folder->path());
  auto corpus = *any_corpus();
  for (std::size_t at = 0; at < corpus.size(); ++at) corpus[at].id = "u" + std::to_string(at);
  const auto parts = *rc::gen::inRange<std::size_t>(1, 5);
  for (std::size_t part = 0; part < parts; ++part) {
    std::vector<Document> documents;
    for (auto at = part; at < corpus.size(); at += parts) documents.push_back(corpus[at]);
    history.write(documents, {}, part == 0 ? Commit::rebuild : Commit::extend);
  }
  const auto request = *any_request();
  const auto before = history.open()->search(request);
  history.merge();
  const auto after = history.open()->search(request);
  RC_ASSERT(after->total == before->total);
  RC_ASSERT(after->next.empty() == before->next.empty());
  assert_same_hits(*after, *before);
  assert_same_facets(*after, *before);
}

}  // namespace
}  // namespace tributary::search_cases
