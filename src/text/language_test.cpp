#include "text/language.h"

#include <gtest/gtest.h>

#include <string>

namespace tributary::text {
namespace {

TEST(Language, CodesReadBackAsTheyAreWritten) {
  for (auto language = Language::bg; language <= Language::tr;
       language = static_cast<Language>(static_cast<int>(language) + 1)) {
    EXPECT_EQ(language_from_code(code_of(language)), language);
  }
  EXPECT_EQ(language_from_code("PT"), Language::pt);
  EXPECT_EQ(language_from_code("nb"), Language::no);
  EXPECT_EQ(language_from_code("ja"), std::nullopt);
  EXPECT_EQ(language_from_code(""), std::nullopt);
  EXPECT_EQ(code_of(Language::unknown), "");
}

struct Sample {
  Language language;
  std::string text;
};

class Detection : public testing::TestWithParam<Sample> {};

TEST_P(Detection, KnowsTheLanguage) {
  EXPECT_EQ(code_of(detect_language(GetParam().text)), code_of(GetParam().language));
}

INSTANTIATE_TEST_SUITE_P(
    OfficialLanguages, Detection,
    testing::Values(
        Sample{Language::bg,
               "Проектът подкрепя професионалното обучение на младите хора в селските райони."},
        Sample{Language::cs,
               "Projekt podporuje odborné vzdělávání mladých lidí ve venkovských oblastech."},
        Sample{Language::da,
               "Projektet støtter erhvervsuddannelse for unge mennesker i landdistrikterne."},
        Sample{Language::de,
               "Das Projekt fördert die berufliche Bildung junger Menschen im ländlichen Raum."},
        Sample{Language::el,
               "Το έργο υποστηρίζει την επαγγελματική κατάρτιση των νέων στην ύπαιθρο."},
        Sample{Language::en,
               "The project supports the vocational training of young people in rural areas."},
        Sample{Language::es,
               "El proyecto apoya la formación profesional de los jóvenes en las zonas rurales."},
        Sample{Language::et, "Projekt toetab noorte kutseharidust ja täiendõpet maapiirkondades."},
        Sample{Language::fi, "Hanke tukee nuorten ammatillista koulutusta maaseudun alueilla."},
        Sample{
            Language::fr,
            "Le projet soutient la formation professionnelle des jeunes dans les zones rurales."},
        Sample{Language::hu, "A projekt támogatja a fiatalok szakképzését a vidéki térségekben."},
        Sample{Language::it,
               "Il progetto sostiene la formazione professionale dei giovani nelle zone rurali."},
        Sample{Language::lt, "Projektas remia jaunimo profesinį mokymą kaimo vietovėse."},
        Sample{Language::lv, "Projekts atbalsta jauniešu profesionālo izglītību lauku apvidos."},
        Sample{Language::nl,
               "Het project ondersteunt de beroepsopleiding van jongeren op het platteland."},
        Sample{Language::pl,
               "Projekt wspiera kształcenie zawodowe młodych ludzi na obszarach wiejskich."},
        Sample{Language::pt,
               "O projeto apoia a formação profissional dos jovens nas zonas rurais."},
        Sample{Language::ro,
               "Proiectul sprijină formarea profesională a tinerilor din zonele rurale."},
        Sample{Language::sv, "Projektet stöder yrkesutbildning för ungdomar på landsbygden."}));

TEST(Detection, SaysUnknownRatherThanGuess) {
  EXPECT_EQ(detect_language(""), Language::unknown);
  EXPECT_EQ(detect_language("Green skills"), Language::unknown);
  EXPECT_EQ(detect_language("2014 2015 2016 2017 2018 2019 2020"), Language::unknown);
  EXPECT_EQ(detect_language("若者の職業訓練を支援するプロジェクトです。若者の職業訓練を支援する。"),
            Language::unknown);
}

TEST(Detection, ABeginningThatTellsNothingDoesNotHideTheRest) {
  std::string numbers;
  while (numbers.size() < 1'000) numbers += "2014-2020 / ";
  EXPECT_EQ(detect_language(numbers +
                            "The project supports the vocational training of young people in rural "
                            "areas, and mentors who have learnt in Évora stay with them."),
            Language::en);
}

TEST(Detection, BytesThatAreNotUtf8DoNotHideTheRest) {
  EXPECT_EQ(detect_language("The project \xFF\xC3 supports the vocational training of young people "
                            "in rural areas \xE2"),
            Language::en);
}

}  // namespace
}  // namespace tributary::text
