#include "search/similar/latent_training.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace tributary::search {
namespace {

using Row = std::vector<TermDocumentMatrix::Entry>;

TermDocumentMatrix matrix_of(std::uint32_t terms, const std::vector<Row>& rows) {
  TermDocumentMatrix matrix;
  for (std::uint32_t term = 0; term < terms; ++term) {
    matrix.terms.push_back(term);
    matrix.factors.push_back(1);
  }
  for (const auto& row : rows) {
    matrix.entries.insert(matrix.entries.end(), row.begin(), row.end());
    matrix.row_ends.push_back(matrix.entries.size());
  }
  return matrix;
}

/// Documents of twenty words, each mostly from one of `topics` vocabularies of `words` words.
TermDocumentMatrix topical(std::uint32_t topics, std::uint32_t words, std::uint32_t documents) {
  std::mt19937 random(1);
  std::vector<Row> rows(documents);
  for (std::uint32_t document = 0; document < documents; ++document) {
    for (std::uint32_t i = 0; i < 20; ++i) {
      const auto topic = i < 16 ? document % topics : static_cast<std::uint32_t>(random()) % topics;
      const auto word = static_cast<std::uint32_t>(random()) % words;
      rows[document].push_back({.column = topic * words + word, .weight = 1});
    }
  }
  return matrix_of(topics * words, rows);
}

float cosine(const LatentSpace& space, std::uint32_t left, std::uint32_t right) {
  float product = 0, left_square = 0, right_square = 0;
  for (std::uint32_t i = 0; i < space.dimensions; ++i) {
    const auto a = space.projection(left)[i], b = space.projection(right)[i];
    product += a * b;
    left_square += a * a;
    right_square += b * b;
  }
  return product / std::sqrt(left_square * right_square);
}

TEST(LatentTraining, FindsTheSingularValuesOfAMatrixWhereTheyAreKnown) {
  // Block i: n documents with the same m terms have the one singular value √(n·m).
  std::vector<Row> rows;
  for (std::uint32_t block = 0; block < 5; ++block) {
    for (std::uint32_t document = 0; document < 10 * (block + 1); ++document) {
      auto& row = rows.emplace_back();
      for (std::uint32_t term = 0; term < 4; ++term) {
        row.push_back({.column = 4 * block + term, .weight = 1});
      }
    }
  }
  const auto space = train_latent_space(matrix_of(20, rows), {.dimensions = 8});
  for (std::uint32_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(space.singular_values[i], std::sqrt(10.0 * (5 - i) * 4), 1e-4);
  }
  for (std::uint32_t i = 5; i < 8; ++i) EXPECT_EQ(space.singular_values[i], 0);
  for (std::uint32_t term = 0; term < 20; ++term) {
    for (std::uint32_t i = 0; i < 8; ++i) {
      const bool own = i < 5 && term / 4 == 4 - i;
      EXPECT_NEAR(std::abs(space.projection(term)[i]), own ? 0.5 : 0.0, 1e-5);
    }
  }
}

TEST(LatentTraining, WordsOfOneTopicPointTheSameWay) {
  const auto space = train_latent_space(topical(10, 40, 2'000), {.dimensions = 10});
  EXPECT_GT(cosine(space, 3, 37), 0.9F);
  EXPECT_LT(std::abs(cosine(space, 3, 43)), 0.3F);
}

TEST(LatentTraining, GivesTheSameBitsWhateverTheNumberOfThreads) {
  const auto matrix = topical(30, 200, 3'000);
  const auto one = train_latent_space(matrix, {.dimensions = 50, .threads = 1});
  for (const unsigned threads : {2U, 3U, 8U}) {
    const auto many = train_latent_space(matrix, {.dimensions = 50, .threads = threads});
    EXPECT_EQ(one.projections, many.projections) << threads;
    EXPECT_EQ(one.singular_values, many.singular_values) << threads;
  }
}

TEST(LatentTraining, TakesFewerDocumentsThanDimensions) {
  const auto space = train_latent_space(topical(2, 5, 3), {.dimensions = 200});
  EXPECT_GT(space.singular_values[2], 0);
  EXPECT_EQ(space.singular_values[3], 0);
  for (const auto number : space.projections) EXPECT_TRUE(std::isfinite(number));
  EXPECT_EQ(train_latent_space({}, {}).singular_values.size(), 200);
}

}  // namespace
}  // namespace tributary::search
