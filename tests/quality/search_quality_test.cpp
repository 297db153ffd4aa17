// Ranking quality that must hold, with the analysis that published figures use (Porter, 33 stop
// words); the product's own analysis is run and printed beside it. A figure that is printed and not
// asserted is for information.
#include <gtest/gtest.h>

#include <cstdio>

#include "collection.h"
#include "collection_search.h"
#include "collection_test.h"
#include "measures.h"
#include "search/index.h"

namespace tributary::quality {
namespace {

struct Figures {
  double map = 0, ndcg_10 = 0, recall_100 = 0, mrr = 0;
};

Result<Figures> measure(const Collection& collection, const search::Schema& schema,
                        text::Language language) {
  const auto folder = TRY(TemporaryFolder::create());
  const auto index = TRY(build(folder.path(), collection, schema, language));
  Figures sum;
  double judged = 0;
  for (const auto& query : collection.queries) {
    const auto relevant = collection.relevant.find(query.id);
    if (relevant == collection.relevant.end()) continue;
    search::Request request;
    request.query = any_word_of(query.text);
    request.limit = 1'000;
    Ranking ranking;
    for (auto& hit : TRY(index.snapshot()->search(request)).hits) ranking.push_back(hit.id);
    sum.map += average_precision(ranking, relevant->second);
    sum.ndcg_10 += ndcg_at_10(ranking, relevant->second);
    sum.recall_100 += recall_at_100(ranking, relevant->second);
    sum.mrr += reciprocal_rank(ranking, relevant->second);
    ++judged;
  }
  return Figures{sum.map / judged, sum.ndcg_10 / judged, sum.recall_100 / judged, sum.mrr / judged};
}

class SearchQuality : public CollectionTest {
 protected:
  static Figures run(const char* what, const Collection& collection, const search::Schema& schema,
                     text::Language language = text::Language::en) {
    const auto figures = measure(collection, schema, language);
    EXPECT_TRUE(figures) << figures.error().text();
    if (!figures) return {};
    std::printf("  %-34s nDCG@10 %.4f  R@100 %.4f  MAP %.4f  MRR %.4f\n", what, figures->ndcg_10,
                figures->recall_100, figures->map, figures->mrr);
    return *figures;
  }
};

TEST_F(SearchQuality, SciFact) {
  COLLECTION_OR_SKIP(scifact, "scifact");
  const auto plain = run("SciFact flat, Porter", *scifact, flat(published_analysis()));
  EXPECT_GE(plain.ndcg_10, 0.678);
  EXPECT_GE(plain.recall_100, 0.925);
  EXPECT_GE(run("SciFact BM25F, Porter", *scifact, fielded(published_analysis())).ndcg_10, 0.688);
  run("SciFact BM25F, product", *scifact, fielded({}));
}

TEST_F(SearchQuality, Cacm) {
  COLLECTION_OR_SKIP(cacm, "cacm");
  EXPECT_GE(run("CACM BM25F, Porter", *cacm, fielded(published_analysis())).map, 0.360);
  run("CACM BM25F, product", *cacm, fielded({}));
}

TEST_F(SearchQuality, Vaswani) {
  COLLECTION_OR_SKIP(vaswani, "vaswani");
  auto schema = flat(published_analysis());
  schema.k1 = 1.2F;
  schema.text_fields[0].length_normalisation = 0.75F;
  EXPECT_GE(run("Vaswani BM25, Porter", *vaswani, schema).map, 0.284);
  run("Vaswani BM25F, product", *vaswani, fielded({}));
}

TEST_F(SearchQuality, CranfieldStrict) {
  COLLECTION_OR_SKIP(cranfield, "cranfield");
  EXPECT_GE(run("Cranfield BM25F, Porter", *cranfield, fielded(published_analysis())).map, 0.300);
  run("Cranfield BM25F, product", *cranfield, fielded({}));
}

TEST_F(SearchQuality, QuestionsInFiveLanguagesFindTheirParagraph) {
  constexpr double kTolerance = 0.003;
  const std::pair<const char*, double> kFigures[] = {
      {"en", 0.957}, {"el", 0.937}, {"es", 0.951}, {"ru", 0.940}, {"tr", 0.923}};
  for (const auto& [code, figure] : kFigures) {
    COLLECTION_OR_SKIP(xquad, std::string("xquad-") + code);
    const auto name = std::string("XQuAD ") + code + " BM25F, product";
    const auto mrr = run(name.c_str(), *xquad, fielded({}), *text::language_from_code(code)).mrr;
    EXPECT_GE(mrr, figure - kTolerance) << code;
  }
}

}  // namespace
}  // namespace tributary::quality
