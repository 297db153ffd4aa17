// What the values of a column come to in each bucket: in sparse and dense windows, over segments,
// without documents that were replaced.
#include <gtest/gtest.h>

#include <array>

#include "search/index.h"
#include "search/query/query_parser.h"

namespace tributary::search {
namespace {

constexpr int kSummed = 10'000;  // two windows and more
constexpr std::uint16_t kYearColumn = 0, kGrantColumn = 1;

Document paid_document(int number) {
  Document made;
  made.id = "p" + std::to_string(number);
  made.texts.push_back({.field = 0,
                        .text = number % 50 == 0 ? "rare common" : "common",
                        .language = text::Language::en});
  made.integers.push_back({kYearColumn, 2000 + number % 20});
  if (number % 3 != 0) made.integers.push_back({kGrantColumn, number});
  return made;
}

FacetRequest of_years(std::int64_t last) {
  FacetRequest facet{.name = "years", .kind = FacetKind::buckets, .column = "", .sum = "grant"};
  facet.buckets.push_back({.label = "old", .ranges = {}});
  facet.buckets.back().ranges.push_back({.column = "year", .low = {}, .high = last});
  facet.buckets.push_back({.label = "new", .ranges = {}});
  facet.buckets.back().ranges.push_back({.column = "year", .low = last + 1, .high = {}});
  return facet;
}

class BucketSums : public testing::Test {
 protected:
  void add(int first, int last, Commit how) {
    auto writer = IndexWriter::create(temporary_.path() / "index", paid_schema()).value();
    for (auto number = first; number < last; ++number) {
      ASSERT_TRUE(writer.add(paid_document(number)));
    }
    ASSERT_TRUE(writer.commit(how, LatentTraining::none));
  }
  static Schema paid_schema() {
    Schema schema;
    schema.text_fields = {{.name = "title"}};
    schema.columns = {{.name = "year", .kind = ColumnKind::integer},
                      {.name = "grant", .kind = ColumnKind::integer}};
    return schema;
  }
  void expect_sums(const char* word, int step) {
    const auto index = Index::open(temporary_.path() / "index").value();
    const auto snapshot = index.snapshot();
    Request request;
    request.query = parse_query(word, snapshot->schema())->tree;
    request.facets.push_back(of_years(2009));
    const auto answer = snapshot->search(request).value();
    std::array<std::int64_t, 2> sums{};
    std::array<std::uint64_t, 2> counts{}, summed{};
    for (int number = 0; number < kSummed; number += step) {
      const std::size_t bucket = number % 20 < 10 ? 0 : 1;
      ++counts[bucket];
      if (number % 3 == 0) continue;
      ++summed[bucket];
      sums[bucket] += number;
    }
    const auto& found = answer.facets.front().counts;
    ASSERT_EQ(found.size(), 2U);
    for (std::size_t bucket = 0; bucket < 2; ++bucket) {
      EXPECT_EQ(found[bucket].count, counts[bucket]);
      EXPECT_EQ(found[bucket].summed, summed[bucket]);
      EXPECT_EQ(found[bucket].sum, sums[bucket]);
    }
  }

  TemporaryFolder temporary_ = TemporaryFolder::create().value();
};

TEST_F(BucketSums, AddUpWhatHasAValueInDenseAndSparseWindows) {
  add(0, kSummed, Commit::rebuild);
  expect_sums("common", 1);
  expect_sums("rare", 50);
}

TEST_F(BucketSums, AddUpOverSegmentsEachDocumentOnce) {
  add(0, kSummed - 500, Commit::rebuild);
  add(kSummed - 800, kSummed, Commit::extend);
  expect_sums("common", 1);
  expect_sums("rare", 50);
}

TEST_F(BucketSums, AColumnThatIsNotThereIsNamed) {
  add(0, 10, Commit::rebuild);
  const auto index = Index::open(temporary_.path() / "index").value();
  Request request;
  request.facets.push_back(of_years(2009));
  request.facets.back().sum = "cost";
  const auto refused = index.snapshot()->search(request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::invalid_argument);
  EXPECT_NE(refused.error().text().find("cost"), std::string::npos);
}

}  // namespace
}  // namespace tributary::search
