#include "text/acronyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/words.h"

namespace tributary::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Acronyms, AreExplainedBeforeTheParentheses) {
  EXPECT_THAT(acronyms_in("A study of vocational education and training (VET) in Europe."),
              ElementsAre(AcronymPair{"VET", "vocational education and training"}));
  EXPECT_THAT(acronyms_in("Horizon 2020 (H2020)"),
              ElementsAre(AcronymPair{"H2020", "Horizon 2020"}));
  EXPECT_THAT(acronyms_in("the small and medium-sized enterprises ( SMEs )."),
              ElementsAre(AcronymPair{"SMEs", "small and medium-sized enterprises"}));
}

TEST(Acronyms, AreExplainedInsideTheParentheses) {
  EXPECT_THAT(acronyms_in("The EQF (European Qualifications Framework; since 2008) helps."),
              ElementsAre(AcronymPair{"EQF", "European Qualifications Framework"}));
  EXPECT_THAT(acronyms_in("CoVE (Centres of Vocational Excellence)"),
              ElementsAre(AcronymPair{"CoVE", "Centres of Vocational Excellence"}));
}

TEST(Acronyms, AreReadInAnyScript) {
  EXPECT_THAT(acronyms_in("Europäischer Sozialfonds (ESF)"),
              ElementsAre(AcronymPair{"ESF", "Europäischer Sozialfonds"}));
  EXPECT_THAT(acronyms_in("из Европейски социален фонд (ЕСФ)"),
              ElementsAre(AcronymPair{"ЕСФ", "Европейски социален фонд"}));
  EXPECT_THAT(acronyms_in("του Ευρωπαϊκού Κοινωνικού Ταμείου (ΕΚΤ)"),
              ElementsAre(AcronymPair{"ΕΚΤ", "Ευρωπαϊκού Κοινωνικού Ταμείου"}));
  EXPECT_THAT(acronyms_in("l'École Supérieure (ES)"),
              ElementsAre(AcronymPair{"ES", "École Supérieure"}));
}

TEST(Acronyms, RemarksInParenthesesAreNone) {
  EXPECT_THAT(acronyms_in("Projects (2014) in Porto (Portugal) and so on (see below)"), IsEmpty());
  EXPECT_THAT(acronyms_in("Some words without its letters (XYZ)"), IsEmpty());
  EXPECT_THAT(acronyms_in("Vast plans end here. The training (VET) began."), IsEmpty());
  EXPECT_THAT(acronyms_in("VET systems (VET)"), IsEmpty());
  EXPECT_THAT(acronyms_in("Innowacje i inicjatywy (II)"), IsEmpty());
  EXPECT_THAT(acronyms_in("never closed (VET"), IsEmpty());
  EXPECT_THAT(acronyms_in("(VET)"), IsEmpty());
}

TEST(Acronyms, AllPairsOfATextComeInTheirOrder) {
  EXPECT_THAT(
      acronyms_in("work-based learning (WBL) and the European Union (EU)"),
      ElementsAre(AcronymPair{"WBL", "work-based learning"}, AcronymPair{"EU", "European Union"}));
}

RC_GTEST_PROP(Acronyms, BothFormsAreWholeWordsOfTheText, ()) {
  std::string text;
  for (const auto& piece :
       *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
           "Vocational ", "Education ", "and ", "Éducation ", "(VET)", "(EV) ", "VE ", "(", ")",
           ". ", "EA(", "Ένωση ", "\xFF", "e\u0301 ", "\n"))) {
    text += piece;
  }
  for (const auto& pair : acronyms_in(text)) {
    for (const auto form : {pair.short_form, pair.long_form}) {
      RC_ASSERT(form.data() >= text.data() && !form.empty());
      const auto begin = static_cast<std::size_t>(form.data() - text.data());
      RC_ASSERT(begin + form.size() <= text.size());
      for (WordScanner words(text); words.next();) {
        RC_ASSERT(!(words.begin() < begin && begin < words.end()));
        RC_ASSERT(!(words.begin() < begin + form.size() && begin + form.size() < words.end()));
      }
    }
  }
}

}  // namespace
}  // namespace tributary::text
