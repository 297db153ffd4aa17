// The engine against a naive twin, over random documents and requests.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "answer_properties.h"
#include "any_corpus.h"
#include "naive_search.h"
#include "search/index.h"

namespace tributary::search_cases {
namespace {

search::Index build(const Path& folder, const std::vector<search::Document>& documents,
                    const search::Schema& schema = property_schema()) {
  auto writer = search::IndexWriter::create(folder, schema);
  for (const auto& document : documents) {
    const auto added = writer->add(document);
    RC_ASSERT(added.has_value());
  }
  RC_ASSERT(writer->commit().has_value());
  auto index = search::Index::open(folder);
  RC_ASSERT(index.has_value());
  return std::move(*index);
}

bool is_near(float left, float right) { return std::abs(left - right) <= 1e-4F; }

RC_GTEST_PROP(Evaluator, AnswersAsIfItLookedAtEveryDocument, ()) {
  const auto corpus = *any_corpus();
  const auto request = *any_request();
  const auto folder = TemporaryFolder::create();
  const auto answer = build(folder->path(), corpus).snapshot()->search(request);
  RC_ASSERT(answer.has_value());
  const auto expected = search_naively(property_schema(), corpus, request);

  RC_ASSERT(answer->total == expected.total);
  RC_ASSERT(answer->words_asked == expected.words_asked);
  RC_ASSERT(answer->words_required == expected.words_required);
  assert_same_facets(*answer, expected);
  RC_ASSERT(answer->hits.size() == expected.hits.size());
  for (std::size_t i = 0; i < answer->hits.size(); ++i) {
    RC_ASSERT(is_near(answer->hits[i].score, expected.hits[i].score));
    // Scores that differ in the last digits only may change places.
    if (!request.sort.column.empty()) RC_ASSERT(answer->hits[i].id == expected.hits[i].id);
  }
}

RC_GTEST_PROP(Evaluator, PruningChangesNothing, ()) {
  const auto corpus = *any_corpus();
  auto request = *any_request();
  request.totals =
      *rc::gen::elementOf(std::vector{search::Totals::exact, search::Totals::left_out});
  if (request.totals == search::Totals::left_out) request.facets.clear();
  const auto folder = TemporaryFolder::create();
  const auto index = build(folder->path(), corpus);
  do {
    request.ranking = search::Ranking::exhaustive;
    const auto expected = index.snapshot()->search(request);
    request.ranking = search::Ranking::pruned;
    const auto answer = index.snapshot()->search(request);
    RC_ASSERT(answer.has_value());
    RC_ASSERT(expected.has_value());
    RC_ASSERT(answer->total == expected->total);
    RC_ASSERT(answer->next == expected->next);
    RC_ASSERT(answer->words_required == expected->words_required);
    assert_same_hits(*answer, *expected);
    request.after = answer->next;
  } while (!request.after.empty());
}

RC_GTEST_PROP(Evaluator, AnExplanationAddsUpToTheScore, ()) {
  const auto corpus = *any_corpus();
  auto request = *any_request();
  request.sort = {};
  const auto folder = TemporaryFolder::create();
  assert_explained(*build(folder->path(), corpus).snapshot(), request);
}

RC_GTEST_PROP(Evaluator, CompanyOrdersTheSameDocumentsAndPagesFollowOneAnother, ()) {
  const auto corpus = *any_corpus();
  auto request = *any_request();
  request.sort = {};
  request.facets.clear();
  request.limit = 1'000;
  auto schema = property_schema();
  schema.latent = {.dimensions = 4, .fewest_documents = 1};
  const auto folder = TemporaryFolder::create();
  const auto index = build(folder->path(), corpus, schema);
  const auto snapshot = index.snapshot();
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

RC_GTEST_PROP(Evaluator, TheFirstPageIsTheSameWithoutATotal, ()) {
  const auto corpus = *any_corpus();
  auto request = *any_request();
  request.facets.clear();
  const auto folder = TemporaryFolder::create();
  const auto index = build(folder->path(), corpus);
  const auto with_total = index.snapshot()->search(request);
  request.totals = search::Totals::left_out;
  const auto without = index.snapshot()->search(request);
  RC_ASSERT(without.has_value());
  RC_ASSERT(without->total == 0U);
  RC_ASSERT(without->next == with_total->next);
  RC_ASSERT(without->words_asked == with_total->words_asked);
  assert_same_hits(*without, *with_total);
}

RC_GTEST_PROP(Evaluator, PagesTogetherAreTheWholeResultInOrder, ()) {
  const auto corpus = *any_corpus();
  auto request = *any_request();
  const auto folder = TemporaryFolder::create();
  const auto index = build(folder->path(), corpus);
  auto whole_request = request;
  whole_request.limit = 1'000;
  const auto whole = index.snapshot()->search(whole_request);
  RC_ASSERT(whole.has_value());

  const auto paged = ids_of_all_pages(*index.snapshot(), request);
  std::vector<std::string> at_once;
  for (const auto& hit : whole->hits) at_once.push_back(hit.id);
  RC_ASSERT(paged == at_once);
}

RC_GTEST_PROP(Evaluator, ADeadlineToComeChangesNothingAndOneThatPassedEndsTheSearch, ()) {
  const auto corpus = *any_corpus();
  auto request = *any_request();
  const auto folder = TemporaryFolder::create();
  const auto index = build(folder->path(), corpus);
  const auto expected = index.snapshot()->search(request);
  const auto now = std::chrono::steady_clock::now();
  request.deadline = now + std::chrono::hours(1);
  const auto in_time = index.snapshot()->search(request);
  RC_ASSERT(in_time.has_value());
  RC_ASSERT(in_time->total == expected->total);
  RC_ASSERT(in_time->next == expected->next);
  assert_same_facets(*in_time, *expected);

  request.deadline = now - std::chrono::seconds(1);
  const auto late = index.snapshot()->search(request);
  RC_ASSERT(!late.has_value());
  RC_ASSERT(late.error().code == ErrorCode::timed_out);

  std::stop_source source;
  request.deadline.reset();
  request.stop = source.get_token();
  RC_ASSERT(index.snapshot()->search(request).has_value());
  source.request_stop();
  const auto stopped = index.snapshot()->search(request);
  RC_ASSERT(!stopped.has_value());
  RC_ASSERT(stopped.error().code == ErrorCode::cancelled);
}

RC_GTEST_PROP(Evaluator, AReopenedIndexAndOneBuiltAgainAnswerTheSame, ()) {
  const auto corpus = *any_corpus();
  const auto request = *any_request();
  const auto folder = TemporaryFolder::create(), other_folder = TemporaryFolder::create();
  const auto first = build(folder->path(), corpus).snapshot()->search(request);
  const auto reopened = search::Index::open(folder->path())->snapshot()->search(request);
  const auto rebuilt = build(other_folder->path(), corpus).snapshot()->search(request);
  for (const auto* other : {&reopened, &rebuilt}) {
    RC_ASSERT(other->has_value());
    RC_ASSERT((*other)->total == first->total);
    RC_ASSERT((*other)->next == first->next);
    RC_ASSERT((*other)->hits.size() == first->hits.size());
    for (std::size_t i = 0; i < first->hits.size(); ++i) {
      RC_ASSERT((*other)->hits[i].id == first->hits[i].id);
      RC_ASSERT((*other)->hits[i].score == first->hits[i].score);  // to the bit
    }
    assert_same_facets(**other, *first);
  }
}

}  // namespace
}  // namespace tributary::search_cases
