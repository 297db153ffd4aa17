#include "search/index/pair_spill.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "search/index.h"
#include "search/index/manifest.h"

namespace tributary::search {
namespace {

Schema texts_and_notes() {
  Schema schema;
  schema.text_fields = {{.name = "text"}, {.name = "note", .weight = 0.0F}};
  return schema;
}

/// Occurrences of documents, a text each, in runs of so many.
class Runs {
 public:
  explicit Runs(std::size_t documents_a_run) : documents_a_run_(documents_a_run) {}

  void add(const std::vector<std::string>& words, std::uint32_t field = 0) {
    std::uint64_t mark = 0;
    for (std::uint32_t place = 0; place < words.size(); ++place, mark = 0) {
      occurrences_.add(words[place], mark, documents_, field, place);
    }
    if (++documents_ % documents_a_run_ == 0) end_run();
  }
  void end_run() {
    ASSERT_TRUE(pairs_.take(occurrences_));
    ASSERT_TRUE(occurrences_.write_run(folder_.path() / "run"));
  }
  [[nodiscard]] bool is_empty() const { return pairs_.is_empty(); }

  /// The documents of a pair once all but those of `left_out` got new numbers.
  std::vector<std::uint32_t> documents_with(std::string_view first, std::string_view second,
                                            const std::vector<std::uint32_t>& left_out = {}) {
    std::vector<std::uint32_t> numbers;
    std::uint32_t left = 0;
    for (std::uint32_t document = 0; document < documents_; ++document) {
      numbers.push_back(std::ranges::find(left_out, document) == left_out.end() ? left++
                                                                                : kNoDocument);
    }
    auto file = SectionFileWriter::create(folder_.path() / "pairs", FileKind::pairs).value();
    const auto summary = pairs_.write(numbers, left, std::move(file)).value();
    const auto opened = SectionFile::open(folder_.path(), summary, FileKind::pairs).value();
    const auto pairs = WordPairs::open(opened, left).value();
    const auto one = pairs.find(first), other = pairs.find(second);
    std::vector<std::uint32_t> found;
    if (!one || !other) return {kNoDocument};
    if (const auto list = pairs.list(*one, *other)) {
      list->for_each([&](std::uint32_t document) { found.push_back(document); });
    }
    return found;
  }

 private:
  std::size_t documents_a_run_;
  TemporaryFolder folder_ = TemporaryFolder::create().value();
  OccurrenceBuffer occurrences_{std::size_t{1} << 20U};
  PairSpill pairs_{folder_.path(), texts_and_notes()};
  std::uint32_t documents_ = 0;
};

using Numbers = std::vector<std::uint32_t>;

TEST(PairSpill, TellsWhereAFrequentWordFollowsAnotherThroughAllRuns) {
  Runs runs(20);
  for (int i = 0; i < 50; ++i) {
    i % 7 == 3 ? runs.add({"state", "of", "art", "the"}) : runs.add({"state", "of", "the", "art"});
  }
  runs.end_run();
  EXPECT_EQ(runs.documents_with("art", "the"), (Numbers{3, 10, 17, 24, 31, 38, 45}));
  EXPECT_EQ(runs.documents_with("of", "the").size(), 43);
  EXPECT_TRUE(runs.documents_with("the", "state").empty());
  EXPECT_TRUE(runs.documents_with("state", "the").empty()) << "they are two words apart";
}

TEST(PairSpill, GivesDocumentsTheirNewNumbers) {
  Runs runs(16);
  for (int i = 0; i < 32; ++i) {
    i % 16 == 5 ? runs.add({"to", "be", "to"}) : runs.add({"to", "to", "be"});
  }
  EXPECT_EQ(runs.documents_with("be", "to", {0, 7, 21}), (Numbers{4}));
}

TEST(PairSpill, FindsPairsWhereSeveralWordsStandInOnePlace) {
  TemporaryFolder folder = TemporaryFolder::create().value();
  OccurrenceBuffer occurrences(std::size_t{1} << 20U);
  PairSpill pairs(folder.path(), texts_and_notes());
  for (std::uint32_t document = 0; document < 16; ++document) {
    const std::vector<std::pair<std::string, std::uint32_t>> places = {
        {"one", 0}, {"uno", 0}, {"two", 1}, {"due", 1}, {"far", 3}};
    for (const auto& [word, place] : places) {
      std::uint64_t mark = 0;
      occurrences.add(word, mark, document, 0, place);
    }
  }
  ASSERT_TRUE(pairs.take(occurrences));
  auto file = SectionFileWriter::create(folder.path() / "pairs", FileKind::pairs).value();
  std::vector<std::uint32_t> numbers(16);
  std::iota(numbers.begin(), numbers.end(), 0U);
  const auto summary = pairs.write(numbers, 16, std::move(file)).value();
  const auto opened = SectionFile::open(folder.path(), summary, FileKind::pairs).value();
  const auto written = WordPairs::open(opened, 16).value();
  const auto stand = [&](std::string_view first, std::string_view second) {
    return written.list(*written.find(first), *written.find(second)).has_value();
  };
  for (const auto* first : {"one", "uno"}) {
    EXPECT_TRUE(stand(first, "two"));
    EXPECT_TRUE(stand(first, "due"));
  }
  EXPECT_FALSE(stand("one", "uno"));
  EXPECT_FALSE(stand("two", "due"));
  EXPECT_FALSE(stand("two", "far"));
}

TEST(PairSpill, LeavesOutFieldsThatAreNotRanked) {
  Runs runs(32);
  for (int i = 0; i < 16; ++i) runs.add({"in", "a"});
  for (int i = 0; i < 16; ++i) runs.add({"a", "in"}, 1);
  EXPECT_EQ(runs.documents_with("in", "a").size(), 16);
  EXPECT_TRUE(runs.documents_with("a", "in").empty());
}

TEST(PairSpill, HasNoWordsWhereTheFirstRunIsSmallOrNoWordIsFrequent) {
  Runs small(kFewestPairDocuments - 1);
  for (std::uint32_t i = 0; i + 1 < kFewestPairDocuments; ++i) small.add({"of", "the"});
  for (std::uint32_t i = 0; i + 1 < kFewestPairDocuments; ++i) small.add({"of", "the"});
  EXPECT_TRUE(small.is_empty()) << "the pairs of the first run would be missing";
  Runs rare(32);
  for (int i = 0; i < 32; ++i) rare.add({fmt::format("a{}", i % 5), fmt::format("b{}", i)});
  EXPECT_TRUE(rare.is_empty());
}

}  // namespace
}  // namespace tributary::search
