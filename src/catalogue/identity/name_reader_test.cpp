#include "catalogue/identity/name_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tributary::catalogue {
namespace {

using testing::ElementsAre;

std::vector<std::string> sounds(std::string_view name) {
  const NameReader reader;
  std::vector<std::string> sounds;
  for (const auto& word : reader.read(name).words) sounds.push_back(word.sound);
  return sounds;
}

LegalForm form_of(std::string_view name) { return NameReader().read(name).legal_form; }

TEST(NameReader, WordsOfOneMeaningAreOneInEveryLanguage) {
  for (const auto* name : {"University of Vienna", "Universität Wien", "Universitaet Wien",
                           "Université de Vienne", "Universita' di Vienna"}) {
    EXPECT_THAT(sounds(name), ElementsAre("=university", "=vienna")) << name;
  }
  EXPECT_THAT(sounds("Πανεπιστήμιο Πατρών"), ElementsAre("=university", "=patras"));
  EXPECT_THAT(sounds("Technical University of Athens"),
              ElementsAre("=technical", "=university", "=athens"));
}

TEST(NameReader, LegalFormsOfEitherEndAreKeptApart) {
  EXPECT_THAT(sounds("TESCOM EUROPE GMBH & CO. KG"), ElementsAre("tescom", "=european"));
  EXPECT_EQ(form_of("TESCOM EUROPE GMBH & CO. KG"), LegalForm::limited);
  EXPECT_THAT(sounds("Marposs S. p. A."), ElementsAre("marpos"));
  EXPECT_THAT(sounds("Marposs Società per Azioni"), ElementsAre("marpos"));
  EXPECT_EQ(form_of("Kabron OOD"), LegalForm::limited);
  EXPECT_EQ(form_of("КАБРОН ООД"), LegalForm::limited);
  EXPECT_EQ(form_of("Stichting IHE Delft"), LegalForm::association);
  EXPECT_THAT(sounds("SE"), ElementsAre("se")) << "of a name, something stays";
}

TEST(NameReader, WaysToWriteOneSoundAreOne) {
  EXPECT_EQ(sounds("Fürth Küche"), sounds("FUERTH KUECHE"));
  EXPECT_EQ(sounds("Politechnika Philips"), sounds("Polytechnika Filips"));
  EXPECT_NE(sounds("School 12"), sounds("School 1 2"));
}

TEST(NameReader, CompoundsAreTakenApartAtTheInstitution) {
  EXPECT_THAT(sounds("Wirtschaftsuniversitat"), ElementsAre("=economics"));
  EXPECT_THAT(sounds("Musikakademie Kassel"), ElementsAre("=music", "=academy", "casel"));
}

TEST(NameReader, AnAcronymIsOfAllWordsThatCount) {
  EXPECT_EQ(NameReader().read("Instituto de Telecomunicações e Redes").acronym, "itr");
  EXPECT_EQ(NameReader().read("Kabron").acronym, "");
}

}  // namespace
}  // namespace tributary::catalogue
