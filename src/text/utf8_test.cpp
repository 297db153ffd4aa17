#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace tributary::text {
namespace {

using namespace std::string_literals;

TEST(Utf8, NamesTheFirstByteThatIsWrong) {
  EXPECT_EQ(first_invalid_utf8("abc Évora Ω 😀"), std::nullopt);
  EXPECT_EQ(first_invalid_utf8("12345678 \xC9vora"), 9U);  // Latin-1
  EXPECT_EQ(first_invalid_utf8("ab\xC3"), 2U);             // cut in the middle
  EXPECT_EQ(first_invalid_utf8("\xE2\x82"), 0U);
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatIsBeyondUnicode) {
  for (const auto& bytes : {"\xC0\x80"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF0\x80\x80\x80"s,
                            "\xF4\x90\x80\x80"s, "\xF8\x88\x80\x80\x80"s, "\xFF"s, "\x80"s}) {
    EXPECT_EQ(first_invalid_utf8(bytes), 0U) << testing::PrintToString(bytes);
  }
  for (const auto& bytes : {"\xC2\x80"s, "\xE0\xA0\x80"s, "\xED\x9F\xBF"s, "\xEE\x80\x80"s,
                            "\xF0\x90\x80\x80"s, "\xF4\x8F\xBF\xBF"s, "\0"s}) {
    EXPECT_TRUE(is_utf8(bytes)) << testing::PrintToString(bytes);
  }
}

TEST(Utf8, ReadsCodePointsOfEveryLength) {
  EXPECT_EQ(character_at("é", 0).code_point, U'é');
  EXPECT_EQ(character_at("€", 0).code_point, U'€');
  EXPECT_EQ(character_at("😀", 0).code_point, U'😀');
}

TEST(Utf8, APrefixNeverEndsInsideACharacter) {
  const std::string text = "aé€😀";
  EXPECT_EQ(prefix_of_characters(text, 2), "a");
  EXPECT_EQ(prefix_of_characters(text, 3), "aé");
  EXPECT_EQ(prefix_of_characters(text, 5), "aé");
  EXPECT_EQ(prefix_of_characters(text, 9), "aé€");
  EXPECT_EQ(prefix_of_characters(text, 99), text);
}

}  // namespace
}  // namespace tributary::text
