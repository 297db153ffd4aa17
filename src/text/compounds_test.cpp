#include "text/compounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace tributary::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

CompoundLexicon lexicon_of(Language language, const std::vector<std::string>& documents) {
  CompoundLexicon lexicon(language);
  for (const auto& document : documents) lexicon.add_document(document);
  return lexicon;
}

std::vector<std::string> words_of(const std::vector<CompoundPart>& parts) {
  std::vector<std::string> words;
  words.reserve(parts.size());
  for (const auto& part : parts) words.push_back(part.word);
  return words;
}

std::vector<std::string> split(Language language, const std::string& text, std::string_view word) {
  const auto lexicon = lexicon_of(language, {text});
  return words_of(CompoundSplitter(lexicon).split(word));
}

TEST(Compounds, ArePartsOfTheCollectionAndLinkingElements) {
  EXPECT_THAT(split(Language::de, "Arbeit Markt Politik", "Arbeitsmarktpolitik"),
              ElementsAre("Arbeit", "markt", "politik"));
  EXPECT_THAT(split(Language::de, "Schule Hof", "Schulhofes"), ElementsAre("Schule", "hofes"));
  EXPECT_THAT(split(Language::de, "die Schule das Wesen", "Schulwesen"),
              ElementsAre("Schule", "wesen"));
  EXPECT_THAT(split(Language::de, "Kind Garten", "Kindergarten"), ElementsAre("Kind", "garten"));
  EXPECT_THAT(split(Language::nl, "student huisvesting", "studentenhuisvesting"),
              ElementsAre("student", "huisvesting"));
  EXPECT_THAT(split(Language::da, "uddannelse system", "uddannelsessystem"),
              ElementsAre("uddannelse", "system"));
  EXPECT_THAT(split(Language::sv, "gata kontor", "gatukontor"), ElementsAre("gata", "kontor"));
  EXPECT_THAT(split(Language::sv, "skola ledare", "skolledare"), ElementsAre("skola", "ledare"));
  EXPECT_THAT(split(Language::fi, "koulutuksen järjestäjä", "koulutuksenjärjestäjä"),
              ElementsAre("koulutuksen", "järjestäjä"));
  EXPECT_THAT(split(Language::fi, "työ markkinat", "työmarkkinat"),
              ElementsAre("työ", "markkinat"));
}

TEST(Compounds, AreFoundInTheirInflectedForms) {
  EXPECT_THAT(split(Language::de, "Ausbildung Platz Plätze", "Ausbildungsplätzen"),
              ElementsAre("Ausbildung", "plätzen"));
  EXPECT_THAT(split(Language::fi, "kehittäminen hanke hankkeen", "kehittämishankkeessa"),
              ElementsAre("kehittäminen", "hankkeessa"));
}

TEST(Compounds, AreFoundHoweverTheyAreTyped) {
  const auto lexicon = lexicon_of(Language::sv, {"ungdom gård"});
  CompoundSplitter splitter(lexicon);
  EXPECT_THAT(words_of(splitter.split("UNGDOMSGÅRD")), ElementsAre("UNGDOM", "GÅRD"));
  EXPECT_THAT(words_of(splitter.split("ungdomsgard")), ElementsAre("ungdom", "gard"));
  EXPECT_THAT(words_of(splitter.split("ungdomsga\u030Ard")), ElementsAre("ungdom", "ga\u030Ard"));
}

TEST(Compounds, PartsKnowTheirPlace) {
  const auto lexicon = lexicon_of(Language::sv, {"läkare rätt"});
  EXPECT_THAT(CompoundSplitter(lexicon).split("läkarerätt"),
              ElementsAre(CompoundPart{"läkare", 0, 7}, CompoundPart{"rätt", 7, 12}));
}

TEST(Compounds, AWordThatIsFrequentItselfStaysWhole) {
  std::vector<std::string> documents{"Ober Fläche"};
  EXPECT_THAT(words_of(CompoundSplitter(lexicon_of(Language::de, documents)).split("Oberfläche")),
              ElementsAre("Ober", "fläche"));
  documents.insert(documents.end(), 10, "Oberfläche");
  EXPECT_THAT(words_of(CompoundSplitter(lexicon_of(Language::de, documents)).split("Oberfläche")),
              IsEmpty());
}

TEST(Compounds, EndingsAndFunctionWordsAreNoParts) {
  EXPECT_THAT(split(Language::de, "Freund schaften unter nehmen", "Freundschaften"), IsEmpty());
  EXPECT_THAT(split(Language::de, "Freund schaften unter nehmen", "unternehmen"), IsEmpty());
}

TEST(Compounds, ShortWordsAndUnknownPartsStayWhole) {
  EXPECT_THAT(split(Language::de, "Lehr Amt", "Lehramt"), IsEmpty());
  EXPECT_THAT(split(Language::de, "Platz", "Ausbildungsplatz"), IsEmpty());
  EXPECT_THAT(split(Language::de, "Platz", ""), IsEmpty());
}

TEST(Compounds, OnlyFiveLanguagesHaveThem) {
  EXPECT_TRUE(splits_compounds(Language::fi));
  EXPECT_FALSE(splits_compounds(Language::en));
  EXPECT_FALSE(splits_compounds(Language::unknown));
}

/// Words of a small language, in which almost every string can be divided somehow.
rc::Gen<std::string> any_string() {
  const auto piece = rc::gen::element<std::string>("haus", "Ärzte", "straße", "s", "en", "ung", "e",
                                                   "b\u00ADau", "a\u0308", "\xFF", "tag", "7");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) {
                        std::string word;
                        for (const auto& each : pieces) word += each;
                        return word;
                      });
}

RC_GTEST_PROP(Compounds, PartsStandInTheWordOneAfterTheOther, ()) {
  const auto word = *any_string();
  const auto lexicon = lexicon_of(Language::de, {"haus ärzte arzt strasse bau hausbau tage"});
  CompoundSplitter splitter(lexicon);
  const auto parts = splitter.split(word);
  RC_ASSERT(parts == splitter.split(word));
  if (parts.empty()) return;
  RC_ASSERT(parts.size() >= 2U && parts.size() <= 4U);
  RC_ASSERT(parts.front().begin_byte == 0U);
  RC_ASSERT(parts.back().end_byte == word.size());
  std::size_t end = 0;
  for (const auto& part : parts) {
    RC_ASSERT(part.begin_byte >= end && part.begin_byte <= end + 2);  // the longest link
    RC_ASSERT(part.end_byte > part.begin_byte);
    RC_ASSERT(part.word.starts_with(word.substr(part.begin_byte, part.end_byte - part.begin_byte)));
    end = part.end_byte;
  }
}

}  // namespace
}  // namespace tributary::text
