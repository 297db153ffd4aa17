// Words as people type them, in an index of several segments: as if it were one.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index.h"
#include "search/query/query_parser.h"

namespace tributary::search {
namespace {

using testing::ElementsAre;

Schema schema() {
  Schema schema;
  schema.text_fields = {{.name = "title"}};
  return schema;
}

class WordsOfSegments : public testing::Test {
 protected:
  void write(const std::vector<std::string>& titles, Commit how) {
    auto writer = IndexWriter::create(folder_.path(), schema());
    for (const auto& title : titles) {
      Document document{.id = fmt::format("d{}", next_++)};
      document.texts.push_back({.field = 0, .text = title});
      document.completions.push_back({.kind = 0, .text = title});
      ASSERT_TRUE(writer->add(document));
    }
    ASSERT_TRUE(writer->commit(how));
  }
  void merge() { ASSERT_TRUE(merge_segments(folder_.path(), Merge::everything)); }
  std::shared_ptr<const Snapshot> snapshot() {
    return Index::open(folder_.path()).value().snapshot();
  }
  Answer answer(const std::string& typed) {
    const auto now = snapshot();
    Request request;
    request.query = parse_query(typed, now->schema()).value().tree;
    return now->search(request).value();
  }
  std::vector<std::string> completions(std::string_view typed) {
    const auto now = snapshot();
    std::vector<std::string> texts;
    for (const auto& each : now->completions(0, typed, 5)) {
      texts.push_back(fmt::format("{} {}", each.text, each.weight));
    }
    return texts;
  }

  TemporaryFolder folder_ = TemporaryFolder::create().value();
  int next_ = 0;
};

TEST_F(WordsOfSegments, NearWordsAreOfAllSegmentsByTheSumOfTheirDocuments) {
  write({"welding", "welding", "wedding"}, Commit::rebuild);
  write({"wedding", "wedding", "welting"}, Commit::extend);
  for (const bool is_merged : {false, true}) {
    if (is_merged) merge();
    const auto found = answer("weding");
    ASSERT_EQ(found.near_words.size(), 1U);
    EXPECT_THAT(found.near_words[0].words, ElementsAre("wedding", "welding"));
    EXPECT_EQ(found.total, 5U);
  }
}

TEST_F(WordsOfSegments, AWordOfAnySegmentIsNoSlip) {
  write({"welding"}, Commit::rebuild);
  write({"wedding"}, Commit::extend);
  const auto found = answer("wedding");
  EXPECT_TRUE(found.near_words.empty());
  EXPECT_EQ(found.total, 1U);
}

TEST_F(WordsOfSegments, APrefixOfTooManyWordsTakesThoseInMostDocumentsOfAll) {
  std::vector<std::string> first, second;
  for (int i = 10; i < 74; ++i) first.insert(first.end(), 2, fmt::format("word{}", i));
  for (int i = 74; i < 80; ++i) first.push_back(fmt::format("word{}", i));
  for (int i = 0; i < 2; ++i) second.push_back("word79");
  write(first, Commit::rebuild);
  write(second, Commit::extend);
  for (const bool is_merged : {false, true}) {
    if (is_merged) merge();
    const auto found = answer("word*");
    EXPECT_TRUE(found.prefix_cut);
    EXPECT_EQ(found.total, 3U + 63 * 2) << "the word of three documents in two segments is there";
  }
}

TEST_F(WordsOfSegments, TheBetterSpellingIsThatOfMostDocumentsOfAll) {
  write({"farming", "farming", "warming"}, Commit::rebuild);
  write({"warming", "warming"}, Commit::extend);
  const auto found = snapshot()->better_text("parming");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, "warming");
}

TEST_F(WordsOfSegments, CompletionsAreOfAllSegments) {
  write({"Solar power", "Solar power", "Solar heat"}, Commit::rebuild);
  write({"Solar heat", "Solar heat", "Wind power"}, Commit::extend);
  for (const bool is_merged : {false, true}) {
    if (is_merged) merge();
    EXPECT_THAT(completions("sol"), ElementsAre("Solar heat 3", "Solar power 2"));
    EXPECT_THAT(completions("wind"), ElementsAre("Wind power 1"));
  }
}

}  // namespace
}  // namespace tributary::search
