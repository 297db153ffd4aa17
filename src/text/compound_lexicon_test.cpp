#include "text/compound_lexicon.h"

#include <gtest/gtest.h>

#include <string>

namespace tributary::text {
namespace {

TEST(CompoundLexicon, CountsDocumentsNotOccurrences) {
  CompoundLexicon lexicon(Language::de);
  lexicon.add_document("Bildung, bildung und BILDUNG");
  lexicon.add_document("Die Bildung der Plätze; ein Platz");
  EXPECT_EQ(lexicon.documents_with("bildung"), 2U);
  EXPECT_EQ(lexicon.documents_with("platze"), 1U);
  EXPECT_EQ(lexicon.documents_with("schule"), 0U);
}

TEST(CompoundLexicon, PoolsTheFormsOfAWordByStem) {
  CompoundLexicon lexicon(Language::de);
  lexicon.add_document("Lehrling");
  lexicon.add_document("Lehrlinge");
  EXPECT_EQ(lexicon.documents_with_stem("lehrling"), 2U);
}

TEST(CompoundLexicon, LeavesOutWhatIsNoWord) {
  CompoundLexicon lexicon(Language::de);
  lexicon.add_document("Aus- und Weiterbildung, berufs-, H2020 ab " + std::string(65, 'a'));
  EXPECT_EQ(lexicon.documents_with("aus"), 0U);
  EXPECT_EQ(lexicon.documents_with("berufs"), 0U);
  EXPECT_EQ(lexicon.documents_with("weiterbildung"), 1U);
  EXPECT_EQ(lexicon.size(), 2U);  // und, weiterbildung
}

TEST(CompoundLexicon, ForgetsTheRarestWordsWhenItIsFull) {
  CompoundLexicon lexicon(Language::nl, 4);
  for (int document = 0; document < 3; ++document) lexicon.add_document("school werk");
  lexicon.add_document("een twee drie");
  EXPECT_LE(lexicon.size(), 4U);
  EXPECT_EQ(lexicon.documents_with("school"), 3U);
  EXPECT_EQ(lexicon.documents_with("werk"), 3U);
  EXPECT_EQ(lexicon.documents_with("een"), 0U);
  EXPECT_EQ(lexicon.documents_with_stem("een"), 0U);
}

TEST(CompoundLexicon, AsksForMoreDocumentsInALargeCollection) {
  CompoundLexicon lexicon(Language::nl);
  EXPECT_EQ(lexicon.fewest_documents_of_a_part(), 1U);
  for (int document = 0; document < 20'000; ++document) lexicon.add_document("");
  EXPECT_EQ(lexicon.fewest_documents_of_a_part(), 2U);
}

TEST(CompoundLexicon, IsReadAsItWasWritten) {
  CompoundLexicon lexicon(Language::fi);
  lexicon.add_document("työ ja työelämä");
  lexicon.add_document("työ");
  const auto bytes = lexicon.to_bytes();
  EXPECT_EQ(bytes, "tributary-compounds 1 fi 2\ntyo tyo 2\ntyoelama tyoelam 1\n");
  const auto again = CompoundLexicon::from_bytes(bytes);
  ASSERT_TRUE(again) << again.error().text();
  EXPECT_EQ(again->to_bytes(), bytes);
  EXPECT_EQ(again->documents_with_stem("tyo"), 2U);
}

TEST(CompoundLexicon, AnalysedTextsCountAsTheirTextDoes) {
  const std::string title = "Plätze für die Aus- und Weiterbildung",
                    summary = "Ein Platz, zwei Plätze";
  CompoundLexicon expected(Language::de), analysed(Language::de);
  expected.add_document(title + "\n" + summary);
  expected.add_document(title);
  Analyzer analyzer({});
  std::vector<Token> tokens;
  for (const auto& [text, document] : {std::pair(title, 3U), {summary, 3U}, {title, 7U}}) {
    analyzer.analyze(text, Language::de, tokens);
    analysed.add_text(text, tokens, document);
  }
  EXPECT_EQ(analysed.to_bytes(), expected.to_bytes());
}

TEST(CompoundLexicon, TwoAddUp) {
  CompoundLexicon all(Language::de), one(Language::de), two(Language::de);
  for (const auto* text : {"Platz und Plätze", "Schule"}) one.add_document(text);
  two.add_document("Schule und Platz");
  for (const auto* text : {"Platz und Plätze", "Schule", "Schule und Platz"})
    all.add_document(text);
  one.add_all(two);
  EXPECT_EQ(one.to_bytes(), all.to_bytes());
  EXPECT_EQ(one.documents_with_stem("platz"), all.documents_with_stem("platz"));
}

TEST(CompoundLexicon, ADamagedFileNamesItsLine) {
  const auto context_of = [](std::string_view bytes) {
    const auto lexicon = CompoundLexicon::from_bytes(bytes);
    return lexicon ? "read" : lexicon.error().context;
  };
  EXPECT_EQ(context_of(""), "line 1");
  EXPECT_EQ(context_of("tributary-compounds 1 xx 4\n"), "line 1");
  EXPECT_EQ(context_of("tributary-compounds 1 de\n"), "line 1");
  EXPECT_EQ(context_of("tributary-compounds 1 de 4\nhaus haus 2\nbau bau\n"), "line 3");
  EXPECT_EQ(context_of("tributary-compounds 1 de 4\nhaus haus 0\n"), "line 2");
  EXPECT_EQ(context_of("tributary-compounds 1 de 4\nhaus haus 2\nhaus haus 2\n"), "line 3");
  EXPECT_EQ(context_of("tributary-compounds 1 de 4\n"), "read");
}

}  // namespace
}  // namespace tributary::text
