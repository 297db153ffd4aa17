#include "text/fold.h"

#include <gtest/gtest.h>

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

TEST(Fold, BytesThatAreNotUtf8BecomeTheReplacementCharacter) {
  EXPECT_EQ(fold("a\xC9z"), "a\uFFFDz");
}

}  // namespace
}  // namespace tributary::text
