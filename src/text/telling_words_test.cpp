#include "text/telling_words.h"

#include <gtest/gtest.h>

namespace tributary::text {
namespace {

TEST(TellingWords, TwoWordsOfOneLanguageTellIt) {
  EXPECT_EQ(language_by_telling_words("Training that is shared between schools, and firms."),
            Language::en);
  EXPECT_EQ(language_by_telling_words("Lernen im Betrieb und FÜR den Betrieb, durch Tun"),
            Language::de);
  EXPECT_EQ(language_by_telling_words("Kształcenie zawodowe oraz praktyki dla młodzieży"),
            Language::pl);
  EXPECT_EQ(language_by_telling_words("AND then? And then nothing."), Language::en);
}

TEST(TellingWords, OneWordIsNotEnough) {
  EXPECT_EQ(language_by_telling_words("Bed and breakfast: digital skills"), std::nullopt);
  EXPECT_EQ(language_by_telling_words(""), std::nullopt);
}

TEST(TellingWords, WordsOfTwoLanguagesTellNothing) {
  EXPECT_EQ(language_by_telling_words("The art of the possible and die Kunst und das Handwerk"),
            std::nullopt);
}

TEST(TellingWords, PartsOfWordsAndNamesAreNoWords) {
  EXPECT_EQ(language_by_telling_words("Thermal sandals, wander, android"), std::nullopt);
  EXPECT_EQ(language_by_telling_words("Los Angeles Rams, Las Vegas, Los Alamos'ta"), std::nullopt);
  EXPECT_EQ(language_by_telling_words("theandthisthatwithwhichthroughand"), std::nullopt);
}

TEST(TellingWords, BytesThatAreNotUtf8AreReadOver) {
  EXPECT_EQ(language_by_telling_words("\xFF the \xC3 and \xE2"), Language::en);
}

}  // namespace
}  // namespace tributary::text
