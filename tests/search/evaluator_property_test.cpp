// The engine against a naive twin, over random documents and requests.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

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

void assert_same_facets(const search::Answer& answer, const search::Answer& expected) {
  RC_ASSERT(answer.facets.size() == expected.facets.size());
  for (std::size_t i = 0; i < answer.facets.size(); ++i) {
    const auto &facet = answer.facets[i], &other = expected.facets[i];
    RC_ASSERT(facet.name == other.name);
    RC_ASSERT(facet.unknown == other.unknown);
    RC_ASSERT(facet.distinct == other.distinct);
    RC_ASSERT(facet.counts.size() == other.counts.size());
    for (std::size_t j = 0; j < facet.counts.size(); ++j) {
      RC_ASSERT(facet.counts[j].label == other.counts[j].label);
      RC_ASSERT(facet.counts[j].low == other.counts[j].low);
      RC_ASSERT(facet.counts[j].count == other.counts[j].count);
    }
  }
}

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
    RC_ASSERT(answer->hits.size() == expected->hits.size());
    for (std::size_t i = 0; i < answer->hits.size(); ++i) {
      RC_ASSERT(answer->hits[i].id == expected->hits[i].id);
      RC_ASSERT(answer->hits[i].score == expected->hits[i].score);  // to the bit
    }
    request.after = answer->next;
  } while (!request.after.empty());
}

RC_GTEST_PROP(Evaluator, AnExplanationAddsUpToTheScore, ()) {
  const auto corpus = *any_corpus();
  auto request = *any_request();
  request.sort = {};
  const auto folder = TemporaryFolder::create();
  const auto index = build(folder->path(), corpus);
  const auto snapshot = index.snapshot();
  const auto answer = snapshot->search(request);
  RC_ASSERT(answer.has_value());
  std::vector<std::string> ids;
  for (const auto& hit : answer->hits) ids.push_back(hit.id);
  const auto explanations = snapshot->explain(request.query, ids);
  RC_ASSERT(explanations.has_value());
  RC_ASSERT(explanations->size() == ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto& explanation = (*explanations)[i];
    RC_ASSERT(explanation.id == ids[i]);
    RC_ASSERT(explanation.score == answer->hits[i].score);  // to the bit
    RC_ASSERT(static_cast<float>(explanation.points / explanation.points_in_one) ==
              explanation.score);
    std::uint32_t sum = 0;
    for (const auto& part : explanation.parts) {
      std::uint32_t of_words = 0;
      for (const auto& word : part.words) {
        of_words += word.points;
        if (word.points > 0) RC_ASSERT(word.points == word.terms.front().points);
      }
      RC_ASSERT(part.points == part.mentions * of_words);
      RC_ASSERT(part.is_found == (part.points > 0));
      sum += part.points;
    }
    RC_ASSERT(sum == explanation.points);
  }
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
  const auto by_words = index.snapshot()->search(request);
  RC_ASSERT(by_words.has_value());
  request.company = search::Company::counted;
  const auto whole = index.snapshot()->search(request);
  RC_ASSERT(whole.has_value());
  const auto sorted_ids = [](const search::Answer& answer) {
    std::vector<std::string> ids;
    for (const auto& hit : answer.hits) ids.push_back(hit.id);
    std::ranges::sort(ids);
    return ids;
  };
  RC_ASSERT(sorted_ids(*whole) == sorted_ids(*by_words));

  request.limit = *rc::gen::inRange(1U, 5U);
  std::vector<std::string> paged;
  do {
    const auto page = index.snapshot()->search(request);
    RC_ASSERT(page.has_value());
    for (const auto& hit : page->hits) paged.push_back(hit.id);
    request.after = page->next;
  } while (!request.after.empty());
  RC_ASSERT(paged.size() == whole->hits.size());
  for (std::size_t i = 0; i < paged.size(); ++i) RC_ASSERT(paged[i] == whole->hits[i].id);
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
  RC_ASSERT(without->hits.size() == with_total->hits.size());
  for (std::size_t i = 0; i < without->hits.size(); ++i) {
    RC_ASSERT(without->hits[i].id == with_total->hits[i].id);
    RC_ASSERT(without->hits[i].score == with_total->hits[i].score);
  }
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

  std::vector<std::string> paged;
  do {
    const auto page = index.snapshot()->search(request);
    RC_ASSERT(page.has_value());
    for (const auto& hit : page->hits) paged.push_back(hit.id);
    request.after = page->next;
  } while (!request.after.empty());
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
