// What latent vectors must add to words on public collections: to the order of a query's answers,
// and to the documents similar to a document. Figures, and how the constants were chosen:
// bench/results/similar.md. A figure that is printed and not asserted is for information.
#include <gtest/gtest.h>

#include <cstdio>

#include "collection_search.h"
#include "collection_test.h"
#include "latent_collection.h"

namespace tributary::quality {
namespace {

void print(const std::string& what, const Comparison& comparison) {
  std::printf("  %-34s words %.4f  mixed %.4f  %+.1f %%\n", what.c_str(), comparison.words,
              comparison.mixed, 100 * comparison.gain());
}

class LatentQuality : public CollectionTest {
 protected:
  static std::unique_ptr<LatentCollection> prepare(const Collection& collection,
                                                   text::AnalyzerOptions analysis,
                                                   text::Language language = text::Language::en) {
    auto made = LatentCollection::create(collection, fielded(std::move(analysis)), language);
    if (!made) ADD_FAILURE() << made.error().text();
    return made ? std::move(*made) : nullptr;
  }

  /// The gain over BM25F, published analysis; the product's is printed beside it.
  static double gain_on(const std::string& name, const Collection& collection,
                        double (*measure)(const Ranking&, const Relevant&)) {
    const auto published = prepare(collection, published_analysis()),
               product = prepare(collection, {});
    if (!published || !product) return 0;
    const auto with_porter = published->compare_queries(measure);
    const auto with_product = product->compare_queries(measure);
    EXPECT_TRUE(with_porter && with_product);
    if (!with_porter || !with_product) return 0;
    print(name + ", Porter", *with_porter);
    print(name + ", product", *with_product);
    return with_porter->gain();
  }
};

TEST_F(LatentQuality, TheMixOrdersAnswersBetterThanWordsAlone) {
  COLLECTION_OR_SKIP(scifact, "scifact");
  COLLECTION_OR_SKIP(cacm, "cacm");
  COLLECTION_OR_SKIP(vaswani, "vaswani");
  COLLECTION_OR_SKIP(cranfield, "cranfield");
  const double gains[] = {gain_on("SciFact nDCG@10", *scifact, ndcg_at_10),
                          gain_on("CACM MAP", *cacm, average_precision),
                          gain_on("Vaswani MAP", *vaswani, average_precision),
                          gain_on("Cranfield strict MAP", *cranfield, average_precision)};
  double sum = 0;
  for (const auto gain : gains) {
    EXPECT_GE(gain, 0.0);
    sum += gain;
  }
  EXPECT_GE(sum / std::size(gains), 0.03);
}

TEST_F(LatentQuality, QuestionsWithOneAnswerLoseLittle) {
  for (const auto* code : {"en", "el", "es", "ru", "tr"}) {
    COLLECTION_OR_SKIP(xquad, std::string("xquad-") + code);
    const auto prepared = prepare(*xquad, {}, *text::language_from_code(code));
    ASSERT_TRUE(prepared);
    const auto comparison = prepared->compare_queries(reciprocal_rank);
    ASSERT_TRUE(comparison) << comparison.error().text();
    print(std::string("XQuAD ") + code + " MRR, product", *comparison);
    EXPECT_GE(comparison->gain(), -0.008) << code;
  }
}

TEST_F(LatentQuality, SimilarDocumentsAnswerTheSameQueriesMoreOften) {
  for (const auto* name : {"cacm", "vaswani", "cranfield"}) {
    COLLECTION_OR_SKIP(documents, name);
    const auto prepared = prepare(*documents, published_analysis());
    ASSERT_TRUE(prepared);
    const auto comparison = prepared->compare_similar(3);
    ASSERT_TRUE(comparison) << comparison.error().text();
    print(std::string("similar documents, ") + name + " MAP", *comparison);
    EXPECT_GE(comparison->gain(), 0.03) << name;
  }
}

}  // namespace
}  // namespace tributary::quality
