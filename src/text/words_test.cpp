#include "text/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <vector>

namespace tributary::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> result;
  for (WordScanner scanner(text); scanner.next();) {
    result.emplace_back(text.substr(scanner.begin(), scanner.end() - scanner.begin()));
  }
  return result;
}

TEST(Words, LettersAndDigitsMakeThem) {
  EXPECT_THAT(words("Work-based learning (H2020, 3.5 %) snake_case"),
              ElementsAre("Work", "based", "learning", "H2020", "3", "5", "snake", "case"));
  EXPECT_THAT(words("Πρόγραμμα Леонардо — Čapek"), ElementsAre("Πρόγραμμα", "Леонардо", "Čapek"));
  EXPECT_THAT(words(" –.! "), IsEmpty());
  EXPECT_THAT(words(""), IsEmpty());
}

// Long runs are looked over many bytes at a time.
TEST(Words, AnyAsciiByteEndsAWordOfAnyLengthUnlessItIsPartOfIt) {
  const std::string letters = "aZz09Abcdefghijklmnopqrstuvwxyzaaaaaaaaaaaaaaa";
  for (int byte = 0; byte < 0x80; ++byte) {
    for (std::size_t at = 1; at + 1 < letters.size(); ++at) {
      auto text = letters;
      text[at] = static_cast<char>(byte);
      const bool is_part = std::isalnum(byte) != 0 || byte == '\'';
      const auto expected =
          is_part ? std::vector{text} : std::vector{text.substr(0, at), text.substr(at + 1)};
      ASSERT_EQ(words(text), expected) << "byte " << byte << " at " << at;
    }
  }
}

TEST(Words, ElidedArticlesStandAlone) {
  EXPECT_THAT(
      words("l'énergie L’Europe dell'acqua qu'il d'autres"),
      ElementsAre("l", "énergie", "L", "Europe", "dell", "acqua", "qu", "il", "d", "autres"));
}

TEST(Words, OtherApostrophesBelongToTheWord) {
  EXPECT_THAT(words("don't O'Neill’s aujourd'hui rock'n'roll"),
              ElementsAre("don't", "O'Neill’s", "aujourd'hui", "rock'n'roll"));
  EXPECT_THAT(words("'quoted' the students' work"),
              ElementsAre("quoted", "the", "students", "work"));
}

TEST(Words, CatalanDoubleLStaysTogether) {
  EXPECT_THAT(words("col·laboració · paral·lel a·b"),
              ElementsAre("col·laboració", "paral·lel", "a", "b"));
}

TEST(Words, MarksAndInvisibleJoinersBelongToTheWord) {
  EXPECT_THAT(words("e\u0301cole Zusammen\u00ADarbeit"),
              ElementsAre("e\u0301cole", "Zusammen\u00ADarbeit"));
}

TEST(Words, BytesThatAreNotUtf8Separate) {
  EXPECT_THAT(words("ab\xFFz \xC3(x \xE2\x82"), ElementsAre("ab", "z", "x"));
}

}  // namespace
}  // namespace tributary::text
