#include "search/similar/similar_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace tributary::search {
namespace {

enum Word : std::uint32_t { kWelding, kSteel, kBread, kOven, kThe };

/// A collection of a hundred documents, of which few have any of the words.
class SimilarDocumentsTest : public testing::Test {
 protected:
  static constexpr std::uint32_t kDocuments = 100;

  std::vector<DocumentTerm> terms_of(std::uint32_t document) {
    std::vector<DocumentTerm> terms;
    for (const auto& [word, weight] : documents_[document]) {
      const auto holders = std::ranges::count_if(
          documents_, [&](const auto& other) { return other.second.contains(word); });
      terms.push_back(
          {.term = word,
           .weight = weight,
           .document_frequency = word == kThe ? kDocuments : static_cast<std::uint32_t>(holders)});
    }
    return terms;
  }

  SimilarSources sources() {
    return {.documents = kDocuments,
            .best_by_words =
                [this](std::span<const TermWeight> terms, std::size_t limit) {
                  std::vector<ScoredDocument> best;
                  for (const auto& [document, words] : documents_) {
                    float score = 0;
                    for (const auto& [term, weight] : terms) {
                      if (words.contains(term)) score += weight * words.at(term);
                    }
                    if (score > 0) best.push_back({document, score});
                  }
                  std::ranges::sort(best, std::greater{}, &ScoredDocument::score);
                  best.resize(std::min(limit, best.size()));
                  return Result<std::vector<ScoredDocument>>(best);
                },
            .weights_in =
                [this](std::span<const TermWeight> terms, std::uint32_t document) {
                  std::vector<float> weights;
                  for (const auto& [term, weight] : terms) {
                    const auto& words = documents_[document];
                    weights.push_back(words.contains(term) ? words.at(term) : 0.0F);
                  }
                  return Result<std::vector<float>>(weights);
                }};
  }

  Result<std::vector<SimilarDocument>> similar_to(std::uint32_t document) {
    return similar_documents({.terms = terms_of(document), .document = document}, sources(), {});
  }

  std::map<std::uint32_t, std::map<std::uint32_t, float>> documents_{
      {0, {{kWelding, 0.8F}, {kSteel, 0.5F}, {kThe, 0.9F}}},
      {1, {{kWelding, 0.7F}, {kSteel, 0.6F}, {kThe, 0.9F}}},
      {2, {{kSteel, 0.7F}, {kBread, 0.2F}, {kThe, 0.9F}}},
      {3, {{kBread, 0.8F}, {kOven, 0.4F}, {kThe, 0.9F}}},
      {4, {{kBread, 0.6F}, {kWelding, 0.1F}, {kThe, 0.9F}}}};
};

TEST_F(SimilarDocumentsTest, BestFirstWithoutItselfAndWithTheWordsTheyShare) {
  const auto similar = similar_to(0);
  ASSERT_TRUE(similar) << similar.error().text();
  ASSERT_EQ(similar->size(), 3);
  EXPECT_EQ((*similar)[0].document, 1);
  ASSERT_EQ((*similar)[0].shared.size(), 2);
  EXPECT_EQ((*similar)[0].shared[0].term, kWelding);
  EXPECT_EQ((*similar)[0].shared[1].term, kSteel);
  EXPECT_NEAR((*similar)[0].shared[0].share + (*similar)[0].shared[1].share, 1, 1e-6);
  EXPECT_EQ((*similar)[1].document, 2);
  ASSERT_EQ((*similar)[1].shared.size(), 1);
  EXPECT_EQ((*similar)[1].shared[0].term, kSteel);
}

TEST_F(SimilarDocumentsTest, WordsOfEveryDocumentAndOfOneAloneMakeNothingSimilar) {
  documents_[5] = {{kOven, 0.9F}, {kThe, 0.9F}};
  documents_[3].erase(kOven);
  const auto similar = similar_to(5);
  ASSERT_TRUE(similar) << similar.error().text();
  EXPECT_TRUE(similar->empty());
}

TEST_F(SimilarDocumentsTest, AnyTextHasSimilarDocuments) {
  const auto similar = similar_documents({.terms = terms_of(0)}, sources(), {.limit = 2});
  ASSERT_TRUE(similar) << similar.error().text();
  ASSERT_EQ(similar->size(), 2);
  EXPECT_EQ((*similar)[0].document, 0);
}

TEST_F(SimilarDocumentsTest, AFailingIndexFails) {
  auto broken = sources();
  broken.best_by_words = [](auto, auto) -> Result<std::vector<ScoredDocument>> {
    return fail(ErrorCode::corrupt, "a posting list is damaged");
  };
  const auto similar = similar_documents({.terms = terms_of(0)}, broken, {});
  ASSERT_FALSE(similar);
  EXPECT_EQ(similar.error().code, ErrorCode::corrupt);
}

TEST(StrongestTerms, AreThoseOfTheLargestWeightAndAtMostTwentyFive) {
  std::vector<DocumentTerm> terms(60);
  for (std::uint32_t term = 0; term < terms.size(); ++term) {
    terms[term] = {.term = term,
                   .weight = 0.1F + static_cast<float>(term % 30) / 100,
                   .document_frequency = term % 2 == 0 ? 5U : 2U};
  }
  const auto strongest = strongest_terms(terms, 1'000);
  ASSERT_EQ(strongest.size(), 25);
  EXPECT_EQ(strongest[0].term, 28);
  EXPECT_EQ(strongest[1].term, 58);
  EXPECT_TRUE(std::ranges::is_sorted(strongest, std::greater{}, &TermWeight::weight));
}

}  // namespace
}  // namespace tributary::search
