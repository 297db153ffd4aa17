#include "text/analyzer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "text/stop_words.h"

namespace tributary::text {
namespace {

using testing::ElementsAre;

std::vector<std::string> terms(std::string_view text, Language language,
                               AnalyzerOptions options = {}) {
  Analyzer analyzer(std::move(options));
  std::vector<Token> tokens;
  analyzer.analyze(text, language, tokens);
  std::vector<std::string> result;
  for (const auto& token : tokens) result.emplace_back(token.term);
  return result;
}

/// " w123x1", a word that no other pair of numbers makes and no stemmer changes.
std::string numbered_word(int batch, int word) {
  return " w" + std::to_string(word) + "x" + std::to_string(batch);
}

TEST(Analyzer, FoldsCaseAndAccentsAndStems) {
  EXPECT_THAT(terms("Apprenticeships in Évora", Language::en),
              ElementsAre("apprenticeship", "in", "evora"));
  EXPECT_THAT(terms("les ÉDUCATIONS", Language::fr), ElementsAre("le", "educ"));
}

TEST(Analyzer, StemsWithAccentsBeforeItFoldsThem) {
  // Spanish -ción is an ending only with its accent.
  EXPECT_EQ(terms("educación", Language::es), terms("educaciones", Language::es));
  EXPECT_EQ(terms("αγορά", Language::el), terms("ΑΓΟΡΕΣ", Language::el));
}

TEST(Analyzer, RomanianLettersWithCommaAndWithCedillaAreTheSame) {
  EXPECT_EQ(terms("învățământ educației", Language::ro),
            terms("învăţământ educaţiei", Language::ro));
  EXPECT_EQ(terms("educației", Language::ro), terms("educație", Language::ro));
}

TEST(Analyzer, TurkishHasTwoLettersI) {
  EXPECT_EQ(terms("IŞIK", Language::tr), terms("ışık", Language::tr));
  EXPECT_EQ(terms("İSTANBUL'DA", Language::tr), terms("istanbul", Language::tr));
  EXPECT_EQ(terms("Türkiye'nin", Language::tr), terms("Türkiye", Language::tr));
}

TEST(Analyzer, OffsetsPointIntoTheTextAsGiven) {
  const std::string text = "«Évora» – l’énergie, İstanbul";
  Analyzer analyzer({});
  std::vector<Token> tokens;
  analyzer.analyze(text, Language::fr, tokens);
  std::vector<std::string> words;
  for (const auto& token : tokens) {
    words.push_back(text.substr(token.begin_byte, token.end_byte - token.begin_byte));
  }
  EXPECT_THAT(words, ElementsAre("Évora", "l", "énergie", "İstanbul"));
}

TEST(Analyzer, StopWordsLeaveAGap) {
  Analyzer analyzer({.stemming = Stemming::porter, .stop_words = classic_english_stop_words()});
  std::vector<Token> tokens;
  analyzer.analyze("the state of the Art", Language::en, tokens);
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].term, "state");
  EXPECT_EQ(tokens[0].position, 1U);
  EXPECT_EQ(tokens[1].term, "art");
  EXPECT_EQ(tokens[1].position, 4U);
}

TEST(Analyzer, PossessivesAndApostrophesDisappear) {
  EXPECT_THAT(terms("project’s don't O'Neill", Language::unknown),
              ElementsAre("project", "dont", "oneill"));
}

TEST(Analyzer, AWordOf65BytesIsCutAtACharacter) {
  const std::string long_word = std::string(63, 'a') + "é" + "zz";
  EXPECT_THAT(terms(long_word + " b", Language::unknown), ElementsAre(std::string(63, 'a'), "b"));
}

TEST(Analyzer, ChemicalIndicesAreDigits) {
  EXPECT_THAT(terms("CO₂ m² ½", Language::unknown), ElementsAre("co2", "m2"));
}

TEST(Analyzer, MoreWordsThanTheCacheHoldsChangeNothing) {
  Analyzer analyzer({});
  std::vector<Token> tokens;
  for (int batch = 0; batch < 3; ++batch) {
    std::string text = "trainings";
    for (int word = 0; word < 120'000; ++word) text += numbered_word(batch, word);
    analyzer.analyze(text, Language::en, tokens);
    ASSERT_EQ(tokens.size(), 120'001U);
    EXPECT_EQ(tokens.front().term, "train");
    EXPECT_EQ(tokens.back().term, numbered_word(batch, 119'999).substr(1));
  }
}

TEST(Analyzer, TheSameWordInTwoLanguagesHasItsOwnTermInEach) {
  Analyzer analyzer({});
  std::vector<Token> tokens;
  analyzer.analyze("formations", Language::fr, tokens);
  EXPECT_EQ(tokens.front().term, "format");
  analyzer.analyze("formations", Language::unknown, tokens);
  EXPECT_EQ(tokens.front().term, "formations");
}

TEST(Analyzer, BytesThatAreNotUtf8SeparateWords) {
  EXPECT_THAT(terms("ab\xFFlearn \xC3(x", Language::unknown), ElementsAre("ab", "learn", "x"));
}

TEST(Analyzer, TermsOfAWordBeginWithThePlainOne) {
  Analyzer analyzer({});
  constexpr std::array languages{Language::en, Language::fr, Language::mt};
  EXPECT_THAT(analyzer.terms_of("Formations", languages), ElementsAre("formations", "format"));
}

TEST(Analyzer, PorterTermsAreTheSameInEveryLanguage) {
  Analyzer analyzer({.stemming = Stemming::porter});
  constexpr std::array languages{Language::de, Language::fr};
  EXPECT_THAT(analyzer.terms_of("relational", languages), ElementsAre("relat"));
}

}  // namespace
}  // namespace tributary::text
