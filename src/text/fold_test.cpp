#include "text/fold.h"

#include <gtest/gtest.h>
#include <unicode/unistr.h>

namespace tributary::text {
namespace {

TEST(Fold, TakesCaseAndAccents) {
  EXPECT_EQ(fold("Universidade de ÉVORA"), "universidade de evora");
  EXPECT_EQ(fold("Žluťoučký kůň"), "zlutoucky kun");
  EXPECT_EQ(fold("ŁÓDŹ Źdźbło"), "lodz zdzblo");
  EXPECT_EQ(fold("Ħal Qormi, Æbeløgade, STRAẞE, Œuvre, İzmir, Diyarbakır"),
            "hal qormi, aebelogade, strasse, oeuvre, izmir, diyarbakir");
}

TEST(Fold, GreekLosesItsTonosAndItsFinalSigma) {
  EXPECT_EQ(fold("ΕΚΠΑΙΔΕΥΣΗΣ"), fold("Εκπαίδευσης"));
  EXPECT_EQ(fold("ΐ ΰ"), "ι υ");
}

TEST(Fold, CyrillicLettersOfTheirOwnStay) {
  EXPECT_EQ(fold("Йордан"), "йордан");
  EXPECT_NE(fold("край"), fold("краи"));
  EXPECT_EQ(fold("Ещё"), fold("еще"));
  EXPECT_EQ(fold("ПЇ ЎЎ"), "пї ўў");
}

TEST(Fold, ComposedDecomposedAndCompatibilityFormsAreEqual) {
  EXPECT_EQ(fold("e\u0301cole"), fold("école"));
  EXPECT_EQ(fold("и\u0306"), "й");
  EXPECT_EQ(fold("ﬁeld Ｆｕｌｌ"), "field full");
  EXPECT_EQ(fold("한국"), "한국");
}

TEST(Fold, IsIdempotent) {
  for (const auto* text : {"STRAẞE", "Ǆungla", "ŉ", "Å", "ﬃ", "ΰ", "İ", "ǖ", "ȭ", "Ёлка"}) {
    EXPECT_EQ(fold(fold(text)), fold(text)) << text;
  }
}

/// A character of another script sends the whole text the long way, through the normaliser.
TEST(Fold, WhatIsLookedUpIsWhatTheNormaliserMakes) {
  const std::string far = "\u8a9e";
  std::string all;
  for (char32_t code_point = 0xA0; code_point < 0x2100; ++code_point) {
    if (code_point == 0x800) code_point = 0x1E00;
    std::string text = "a";
    icu::UnicodeString(static_cast<UChar32>(code_point)).toUTF8String(text);
    for (const auto* next : {"e", "\u0301", " ", "\u00C9", ""}) {
      const auto with_next = text + next;
      ASSERT_EQ(fold(with_next + far), fold(with_next) + far) << with_next;
      ASSERT_EQ(fold_case(with_next + far), fold_case(with_next) + far) << with_next;
      const auto cased = fold_case(with_next);
      ASSERT_EQ(fold_accents(cased + far), fold_accents(cased) + far) << with_next;
    }
    all += text;
  }
  EXPECT_EQ(fold(all + far), fold(all) + far);
}

TEST(Fold, BytesThatAreNotUtf8BecomeTheReplacementCharacter) {
  EXPECT_EQ(fold("a\xC9z"), "a\uFFFDz");
}

}  // namespace
}  // namespace tributary::text
