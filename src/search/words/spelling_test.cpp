#include "search/words/spelling.h"

#include <gtest/gtest.h>

#include <map>

#include "text/words.h"

namespace tributary::search {
namespace {

struct Words {
  const FrontCodedTerms& terms;
  const std::vector<std::uint32_t>& counts;

  [[nodiscard]] std::uint64_t document_count(std::string_view word) const {
    const auto number = terms.find(word);
    return number ? counts[*number] : 0;
  }
  [[nodiscard]] NearestWords near(std::string_view word, unsigned edits, WordShape shape) const {
    NearestWords found;
    const auto near = nearest(near_ranges(terms, word, edits, shape),
                              [&](std::size_t number) { return counts[number]; });
    for (const auto& each : near.terms) {
      found.words.push_back({terms.term(each.number), each.distance, each.document_count});
    }
    return found;
  }
};

class Spelling : public testing::Test {
 protected:
  Spelling() {
    for (const auto& [word, count] : documents_) {
      builder_.add(word);
      counts_.push_back(count);
    }
  }

  [[nodiscard]] std::optional<BetterText> better(std::string_view typed) const {
    std::vector<ByteRange> words;
    text::WordScanner scanner(typed);
    while (scanner.next()) words.push_back({scanner.begin(), scanner.end()});
    const auto terms = FrontCodedTerms::open(builder_.blocks(), builder_.bytes()).value();
    return better_text(typed, words, Words{terms, counts_}, 50);
  }

  [[nodiscard]] std::string text(std::string_view typed) const {
    const auto found = better(typed);
    return found ? found->text : "";
  }

  const std::map<std::string, std::uint32_t> documents_{
      {"apprenticeship", 900}, {"aprenticeship", 3}, {"formacao", 50}, {"farming", 40},
      {"learning", 5000},      {"learnings", 12},    {"leasing", 30},  {"warming", 45},
      {"work", 800},           {"word", 60},         {"h2020", 700},   {"removed", 0}};
  FrontCodedTermsBuilder builder_;
  std::vector<std::uint32_t> counts_;
};

TEST_F(Spelling, AWordThatIsNowhereIsReplacedByTheNearest) {
  EXPECT_EQ(text("laerning"), "learning");
  EXPECT_EQ(text("wors"), "work") << "of two as near the one in more documents";
  EXPECT_EQ(text("learnigns"), "learnings") << "near counts before frequent";
}

TEST_F(Spelling, AMisspellingThatStandsInDocumentsIsStillOne) {
  EXPECT_EQ(text("aprenticeship"), "apprenticeship");
}

TEST_F(Spelling, TwoOrdinaryWordsAreLeftAlone) {
  EXPECT_EQ(text("farming warming"), "");
  EXPECT_EQ(text("learning"), "");
  EXPECT_EQ(text("word"), "")
      << "though more than ten times as many have “work”, it is no rare word";
}

TEST_F(Spelling, WhatIsUnlikeAnythingIsLeftAlone) {
  EXPECT_EQ(text("xylophone"), "");
  EXPECT_EQ(text("h2021"), "") << "another number is another thing";
  EXPECT_EQ(text("wrk"), "") << "too short to guess";
  EXPECT_EQ(text("remived"), "") << "no document has the word any more";
}

TEST_F(Spelling, OnlyTheWordsChangeAndTheirPlacesAreTold) {
  const auto found = better("\"laerning\" (at) WORK, FORMAÇOA").value();
  EXPECT_EQ(found.text, "\"learning\" (at) WORK, formacao");
  EXPECT_EQ(found.changed, (std::vector<ByteRange>{{1, 9}, {22, 30}}));
}

}  // namespace
}  // namespace tributary::search
