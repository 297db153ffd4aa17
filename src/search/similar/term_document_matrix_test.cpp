#include "search/similar/term_document_matrix.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace tributary::search {
namespace {

constexpr std::uint32_t kCommon = 7, kRare = 3, kTold = 5;

/// 100 documents: `kCommon` in each, `kRare` in two, `kTold` in ten.
TermDocumentMatrixBuilder hundred_documents() {
  TermDocumentMatrixBuilder builder({});
  for (std::uint32_t document = 0; document < 100; ++document) {
    std::vector<TermWeight> terms{{.term = kCommon, .weight = 1}};
    if (document < 2) terms.push_back({.term = kRare, .weight = 1});
    if (document % 10 == 0) terms.push_back({.term = kTold, .weight = 0.5F});
    builder.add(terms);
  }
  return builder;
}

TEST(TermDocumentMatrix, KeepsTheTermsThatTellDocumentsApart) {
  const auto matrix = hundred_documents().finish();
  EXPECT_EQ(matrix.terms, std::vector{kTold});
  EXPECT_EQ(matrix.rows(), 100);
  ASSERT_EQ(matrix.row(10).size(), 1);
  EXPECT_FLOAT_EQ(matrix.row(10)[0].weight, 0.5F * latent_factor(10, 100));
  EXPECT_TRUE(matrix.row(11).empty());
}

TEST(TermDocumentMatrix, AnEmptyCollectionHasNoTerms) {
  const auto matrix = TermDocumentMatrixBuilder({}).finish();
  EXPECT_TRUE(matrix.terms.empty());
  EXPECT_EQ(matrix.rows(), 0);
}

/// `documents` documents, each with its own term and one of fifty others.
TermDocumentMatrix sampled(std::uint32_t documents, MatrixLimits limits) {
  TermDocumentMatrixBuilder builder(limits);
  for (std::uint32_t document = 0; document < documents; ++document) {
    builder.add(std::vector<TermWeight>{{.term = document % 50, .weight = 1},
                                        {.term = 50 + document, .weight = 1}});
  }
  return std::move(builder).finish();
}

TEST(TermDocumentMatrix, AboveTheLimitASampleIsKeptAndFrequenciesCountAllDocuments) {
  const auto matrix = sampled(10'000, {.most_documents = 1'000});
  EXPECT_LE(matrix.rows(), 1'000);
  EXPECT_GE(matrix.rows(), 800);
  ASSERT_EQ(matrix.terms.size(), 50);
  EXPECT_FLOAT_EQ(matrix.factors[0], latent_factor(200, 10'000));
}

TEST(TermDocumentMatrix, TheSampleKeepsToItsBytesAndIsTheSameEveryTime) {
  const MatrixLimits limits{.most_bytes = 16'000};
  const auto matrix = sampled(10'000, limits), again = sampled(10'000, limits);
  EXPECT_LE(matrix.rows(), 1'000);
  EXPECT_GE(matrix.rows(), 800);
  EXPECT_EQ(matrix.row_ends, again.row_ends);
  EXPECT_TRUE(std::ranges::equal(matrix.entries, again.entries, {},
                                 &TermDocumentMatrix::Entry::column,
                                 &TermDocumentMatrix::Entry::column));
}

TEST(TermDocumentMatrix, OfTooManyTermsTheMostFrequentStay) {
  TermDocumentMatrixBuilder builder({.most_terms = 2});
  for (std::uint32_t document = 0; document < 100; ++document) {
    std::vector<TermWeight> terms;
    for (std::uint32_t term = 0; term < 4; ++term) {
      if (document % 10 == term && document < 50 + 10 * term) {
        terms.push_back({.term = term, .weight = 1});
      }
    }
    builder.add(terms);
  }
  EXPECT_EQ(std::move(builder).finish().terms, (std::vector<std::uint32_t>{2, 3}));
}

}  // namespace
}  // namespace tributary::search
