// Over indexes of many windows and blocks: what is pruned away changes nothing.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "search/index.h"

namespace tributary::search_cases {
namespace {

using search::NodeKind;
using search::QueryNode;

constexpr std::size_t kDocuments = 30'000;
constexpr std::size_t kVocabulary = 3'000;

/// Small ranks far more often, about as words of a language.
class SkewedWords {
 public:
  explicit SkewedWords(std::uint32_t seed) : random_(seed) {}
  std::uint32_t below(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }
  std::string word() {
    const double uniform = std::uniform_real_distribution<double>(0, 1)(random_);
    const auto rank = static_cast<int>(std::pow(static_cast<double>(kVocabulary), uniform));
    return fmt::format("w{}", rank);
  }
  std::string text(std::size_t words) {
    std::string made;
    for (; words > 0; --words) made += word() + ' ';
    return made;
  }

 private:
  std::mt19937 random_;
};

/// Seed, and in how many commits the index is written.
class Pruning : public testing::TestWithParam<std::pair<std::uint32_t, std::size_t>> {
 protected:
  void SetUp() override {
    search::Schema schema;
    schema.text_fields = {
        {.name = "title", .weight = 2.5F, .length_normalisation = 0.5F, .has_own_lists = true},
        {.name = "text"}};
    schema.columns = {{.name = "country"}, {.name = "year", .kind = search::ColumnKind::integer}};
    schema.analysis.stemming = text::Stemming::none;
    // The first commit is the largest; each other also replaces documents of those before.
    for (std::size_t part = 0, begin = 0; part < GetParam().second; ++part) {
      const auto end = part + 1 == GetParam().second ? kDocuments : (begin + kDocuments) / 2;
      write(schema, end - begin, part == 0 ? search::Commit::rebuild : search::Commit::extend);
      begin = end;
    }
  }

  void write(const search::Schema& schema, std::size_t documents, search::Commit how) {
    auto writer = search::IndexWriter::create(folder_.path(), schema).value();
    for (std::size_t i = 0; i < documents; ++i) {
      search::Document document;
      document.id = fmt::format("d{}", words_.below(kDocuments * 2));  // some replace others
      document.texts.push_back({.field = 0, .text = words_.text(2 + words_.below(5))});
      document.texts.push_back({.field = 1, .text = words_.text(5 + words_.below(40))});
      document.labels.push_back({.column = 0, .value = fmt::format("C{}", words_.below(9))});
      document.integers.push_back({.column = 1, .value = 2000 + words_.below(20)});
      ASSERT_TRUE(writer.add(document));
    }
    ASSERT_TRUE(writer.commit(how));
  }

  QueryNode leaf() {
    QueryNode node{.kind = NodeKind::word, .text = words_.word()};
    if (words_.below(6) == 0) node.field = words_.below(2) == 0 ? "title" : "text";
    if (words_.below(8) == 0) node = {.kind = NodeKind::phrase, .text = words_.text(2)};
    if (words_.below(5) == 0) node = {.kind = NodeKind::prefix, .text = words_.word()};
    return node;
  }

  search::Request request() {
    search::Request made;
    auto& root = made.query.root;
    const std::vector kinds{NodeKind::any_of, NodeKind::all_of, NodeKind::most_of};
    root.kind = kinds[words_.below(kinds.size())];
    for (auto left = 1 + words_.below(root.kind == NodeKind::any_of ? 12 : 4); left > 0; --left) {
      root.children.push_back(leaf());
    }
    if (words_.below(5) == 0) {
      QueryNode without{.kind = NodeKind::none_of, .children = {leaf()}};
      root = {.kind = NodeKind::all_of, .children = {root, without}};
    }
    if (words_.below(3) == 0) {
      made.selections.push_back(
          {.facet = "country",
           .labels = {{.column = "country", .values = {fmt::format("C{}", words_.below(10))}}}});
    }
    made.limit = std::vector{1U, 10U, 10U, 500U}[words_.below(4)];
    made.totals = words_.below(2) == 0 ? search::Totals::exact : search::Totals::left_out;
    return made;
  }

  static void expect_same(const search::Answer& answer, const search::Answer& expected) {
    ASSERT_EQ(answer.total, expected.total);
    ASSERT_EQ(answer.next, expected.next);
    ASSERT_EQ(answer.hits.size(), expected.hits.size());
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
      ASSERT_EQ(answer.hits[i].id, expected.hits[i].id) << i;
      ASSERT_EQ(answer.hits[i].score, expected.hits[i].score) << i;  // to the bit
    }
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  SkewedWords words_{GetParam().first};
};

TEST_P(Pruning, FindsExactlyWhatScoringEverythingFinds) {
  const auto snapshot = search::Index::open(folder_.path()).value().snapshot();
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    auto asked = request();
    for (int page = 0; page < 3; ++page) {
      asked.ranking = search::Ranking::exhaustive;
      const auto expected = snapshot->search(asked);
      asked.ranking = search::Ranking::pruned;
      const auto answer = snapshot->search(asked);
      ASSERT_TRUE(expected);
      ASSERT_TRUE(answer);
      ASSERT_NO_FATAL_FAILURE(expect_same(*answer, *expected));
      if (answer->next.empty()) break;
      asked.after = answer->next;
    }
  }
}

TEST_P(Pruning, CountsTheSameWithAndWithoutAPage) {
  const auto snapshot = search::Index::open(folder_.path()).value().snapshot();
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    auto asked = request();
    asked.totals = search::Totals::exact;
    const auto with_page = snapshot->search(asked);
    asked.limit = 0;
    const auto without = snapshot->search(asked);
    ASSERT_TRUE(with_page);
    ASSERT_TRUE(without);
    ASSERT_EQ(without->total, with_page->total);
    ASSERT_EQ(without->words_required, with_page->words_required);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Pruning, testing::Values(std::pair(1U, 1U), std::pair(2U, 4U)));

}  // namespace
}  // namespace tributary::search_cases
