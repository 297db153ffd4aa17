// Words as people type them, in an index of several segments: as if it were one.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search/index.h"
#include "search/query/query_parser.h"
#include "search/query/query_synonyms.h"

namespace tributary::search {
namespace {

using testing::ElementsAre;

Schema titles_alone() {
  Schema schema;
  schema.text_fields = {{.name = "title"}};
  return schema;
}

class WordsOfSegments : public testing::Test {
 protected:
  void write(const std::vector<std::string>& titles, Commit how,
             text::Language language = text::Language::unknown) {
    auto writer = IndexWriter::create(folder_.path(), titles_alone());
    for (const auto& title : titles) {
      Document document{.id = fmt::format("d{}", next_++)};
      document.texts.push_back({.field = 0, .text = title, .language = language});
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
    static const text::Synonyms synonyms;
    add_equivalents(request.query,
                    {.synonyms = synonyms,
                     .learnt = [&](std::string_view text) { return now->other_names(text); },
                     .country_column = {}});
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

TEST_F(WordsOfSegments, CompoundsOfALaterSegmentAreSplitByTheWordsOfAll) {
  write({"Ausbildung", "Platz", "Platz"}, Commit::rebuild, text::Language::de);
  write({"Ausbildungsplatz"}, Commit::extend, text::Language::de);
  write({"Ausbildungsplatz", "Ausbildungsplätze", "Musikplan"}, Commit::extend, text::Language::de);
  for (const bool is_merged : {false, true}) {
    if (is_merged) merge();
    const auto found = answer("Platz");
    EXPECT_EQ(found.total, 5U);
    ASSERT_EQ(found.compounds.size(), 1U);
    EXPECT_THAT(found.compounds[0].words, ElementsAre("ausbildungsplatz", "ausbildungsplatze"));
  }
  EXPECT_EQ(answer("Plan").total, 0U) << "no text has told yet that Musikplan is one";
  write({"Musik", "Plan", "Musikplan"}, Commit::extend, text::Language::de);
  EXPECT_EQ(answer("Plan").total, 3U) << "told by one segment, found in all";
}

TEST_F(WordsOfSegments, OfMoreCompoundsThanAreSearchedThoseInMostDocumentsAre) {
  std::vector<std::string> titles(80, "Platz");
  for (int number = 0; number < 80; ++number) {
    const std::string part{static_cast<char>('a' + number / 26), 'o',
                           static_cast<char>('a' + number % 26), 'u', 'm'};
    titles.push_back(part);
    titles.push_back(part + "platz");
    if (number == 79) titles.push_back(part + "platz");
  }
  write(titles, Commit::rebuild, text::Language::de);
  const auto found = answer("Platz");
  ASSERT_EQ(found.compounds.size(), 1U);
  EXPECT_TRUE(found.compounds[0].is_cut);
  ASSERT_EQ(found.compounds[0].words.size(), 64U);
  EXPECT_EQ(found.compounds[0].words.front(), "dobumplatz");
  EXPECT_EQ(found.total, 80U + 65U);
}

TEST_F(WordsOfSegments, AbbreviationsAreExplainedByTheTextsOfAll) {
  write({"Vocational Zone Training (VZT)", "vocational zone training (VZT)", "vzt"},
        Commit::rebuild);
  EXPECT_EQ(answer("vzt").total, 3U);
  EXPECT_EQ(answer("vocational zone training").total, 2U) << "two texts are too few";
  write({"The VZT (vocational zone training)"}, Commit::extend);
  for (const bool is_merged : {false, true}) {
    if (is_merged) merge();
    EXPECT_EQ(answer("vocational zone training").total, 4U);
  }
}

TEST_F(WordsOfSegments, AnAbbreviationThatIsACommonWordIsNotSearched) {
  std::vector<std::string> titles(61, "it is so");
  titles.insert(titles.end(), 3, "Integrated Treatment (IT)");
  write(titles, Commit::rebuild);
  EXPECT_EQ(answer("integrated treatment").total, 3U);
}

}  // namespace
}  // namespace tributary::search
