#include "text/stemmer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "text/fold.h"

namespace tributary::text {
namespace {

std::string folded_stem(std::string_view word, Language language) {
  Stemmers stemmers;
  return fold_accents(stemmers.stem(fold_case(word), language));
}

std::vector<std::string> words_of(const std::string& blank_separated) {
  std::istringstream stream(blank_separated);
  return {std::istream_iterator<std::string>(stream), {}};
}

/// Forms of one word: a person who types any of them means all.
struct Family {
  Language language;
  std::string forms;
};

class WordFamily : public testing::TestWithParam<Family> {};

TEST_P(WordFamily, HasOneStemWithAndWithoutAccents) {
  const auto& [language, forms] = GetParam();
  const auto words = words_of(forms);
  const std::string stem = folded_stem(words.front(), language);
  for (const auto& word : words) {
    EXPECT_EQ(folded_stem(word, language), stem) << word;
    EXPECT_EQ(folded_stem(fold(word), language), stem) << fold(word);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Czech, WordFamily,
    testing::Values(
        Family{Language::cs, "projekt projektu projektem projekty projektů projektům projektech"},
        Family{Language::cs, "škola školy škole školu školou škol školám školách školami"},
        Family{Language::cs, "výzkum výzkumu výzkumem výzkumy výzkumů výzkumech"},
        Family{Language::cs, "systém systému systémem systémy systémů systémech"},
        Family{Language::cs, "program programu programem programy programů programech"},
        Family{Language::cs, "vzdělávání vzděláváním vzděláváních"},
        Family{Language::cs,
               "dovednost dovednosti dovedností dovednostem dovednostmi dovednostech"},
        Family{Language::cs, "učitel učitele učiteli učitelem učitelé učitelů učitelům učitelích"},
        Family{Language::cs, "pracovník pracovníka pracovníci pracovníků pracovníkům pracovnících"},
        Family{Language::cs, "žák žáka žáci žáků žákům"},
        Family{Language::cs, "výuka výuky výuce výuku výukou"},
        Family{Language::cs,
               "technický technická technické technického technickému technickým "
               "technických technickými techničtí"},
        Family{Language::cs, "jarní jarního jarnímu jarním jarních jarními"},
        Family{Language::cs, "obec obce obci obcí obcím obcích"},
        Family{Language::cs, "technologie technologii technologií technologiím technologiemi"},
        Family{Language::cs, "centrum centra centru centrem center centrům centrech"},
        Family{Language::cs, "otec otce otci otcem otců"}));

INSTANTIATE_TEST_SUITE_P(
    Slovak, WordFamily,
    testing::Values(
        Family{Language::sk, "projekt projektu projektom projekty projektov projektoch projektmi"},
        Family{Language::sk, "škola školy škole školu školou škôl školám školách školami"},
        Family{Language::sk, "vzdelávanie vzdelávania vzdelávaniu vzdelávaní vzdelávaním"},
        Family{Language::sk,
               "technológia technológie technológii technológiu technológiou "
               "technológií technológiám technológiách technológiami"},
        Family{Language::sk, "program programu programom programy programov programoch"},
        Family{Language::sk, "zručnosť zručnosti zručností zručnostiam zručnosťami zručnosťou"},
        Family{Language::sk,
               "odborný odborná odborné odborného odbornému odbornej odborným "
               "odborných odbornými odbornú"},
        Family{Language::sk, "pracovník pracovníka pracovníci pracovníkov pracovníkom"},
        Family{Language::sk, "mesto mesta mestu mestom mestá mestám mestách mestami"}));

INSTANTIATE_TEST_SUITE_P(
    Polish, WordFamily,
    testing::Values(
        Family{Language::pl,
               "projekt projektu projektowi projektem projekcie projekty projektów "
               "projektom projektami projektach"},
        Family{Language::pl, "szkoła szkoły szkole szkołę szkołą szkół szkołom szkołami szkołach"},
        Family{Language::pl,
               "szkolenie szkolenia szkoleniu szkoleniem szkoleń szkoleniom "
               "szkoleniami szkoleniach"},
        Family{Language::pl, "uczeń ucznia uczniowi uczniem uczniowie uczniów uczniom uczniami"},
        Family{Language::pl, "nauczyciel nauczyciela nauczyciele nauczycieli nauczycielom"},
        Family{Language::pl, "umiejętność umiejętności umiejętnościom umiejętnościami"},
        Family{Language::pl,
               "zawodowy zawodowa zawodowe zawodowego zawodowemu zawodowej zawodowym "
               "zawodowych zawodowymi zawodową"},
        Family{Language::pl,
               "europejski europejska europejskie europejskiego europejskiemu "
               "europejskiej europejskim europejskich europejscy"},
        Family{Language::pl,
               "technologia technologii technologię technologią technologie "
               "technologiom technologiami"},
        Family{Language::pl, "rynek rynku rynkiem rynki rynków rynkach"},
        Family{Language::pl, "nauka nauki nauce naukę nauką naukach"},
        Family{Language::pl, "pracownik pracownika pracownicy pracowników pracownikom"},
        Family{Language::pl, "uniwersytet uniwersytetu uniwersytecie uniwersytety"},
        Family{Language::pl, "system systemu systemem systemie systemy systemów"},
        Family{Language::pl, "zajęcie zajęcia zajęciu zajęciach zajęć"}));

INSTANTIATE_TEST_SUITE_P(
    Croatian, WordFamily,
    testing::Values(Family{Language::hr,
                           "projekt projekta projektu projektom projekti projekata projektima"},
                    Family{Language::hr, "škola škole školi školu školom školama"},
                    Family{Language::hr, "grad grada gradu gradom gradovi gradova gradovima"},
                    Family{Language::hr, "program programa programu programom programi programima"},
                    Family{Language::hr, "sustav sustava sustavu sustavom sustavi sustavima"},
                    Family{Language::hr, "razvoj razvoja razvoju razvojem"},
                    Family{Language::hr, "učenik učenika učenici učenicima učenike učenikom"},
                    Family{Language::hr, "razlog razloga razlozi razlozima razloge"},
                    Family{Language::hr, "obrazovanje obrazovanja obrazovanju obrazovanjem"},
                    Family{Language::hr,
                           "strukovni strukovnog strukovnoga strukovnom strukovne strukovnih "
                           "strukovnim strukovnima strukovna strukovnoj"},
                    Family{Language::hr, "sposobnost sposobnosti sposobnošću sposobnostima"},
                    Family{Language::hr, "centar centra centru centrom centri centrima"}));

INSTANTIATE_TEST_SUITE_P(
    Slovenian, WordFamily,
    testing::Values(
        Family{Language::sl, "projekt projekta projektu projektom projekti projektov projektih"},
        Family{Language::sl, "šola šole šoli šolo šol šolah šolam šolami"},
        Family{Language::sl,
               "izobraževanje izobraževanja izobraževanju izobraževanjem "
               "izobraževanj izobraževanjih"},
        Family{Language::sl, "program programa programu programom programi programov programih"},
        Family{Language::sl, "sistem sistema sistemu sistemom sistemi sistemov sistemih"},
        Family{Language::sl, "podjetje podjetja podjetju podjetjem podjetij podjetjih podjetjem"},
        Family{Language::sl, "sposobnost sposobnosti sposobnostjo sposobnostmi sposobnostih"},
        Family{Language::sl,
               "strokovni strokovnega strokovnemu strokovnim strokovna strokovne "
               "strokovno strokovnih strokovnimi"},
        Family{Language::sl, "delavec delavca delavcu delavcem delavci delavcev delavcih"},
        Family{Language::sl, "inovacija inovacije inovaciji inovacijo inovacij inovacijam"}));

INSTANTIATE_TEST_SUITE_P(
    Latvian, WordFamily,
    testing::Values(
        Family{Language::lv,
               "projekts projekta projektam projektu projektā projekti projektiem "
               "projektus projektos"},
        Family{Language::lv, "skola skolas skolai skolu skolā skolām skolās"},
        Family{Language::lv, "skolotājs skolotāja skolotājam skolotāji skolotājiem skolotājus"},
        Family{Language::lv, "izglītība izglītības izglītībai izglītību izglītībā"},
        Family{Language::lv, "zinātne zinātnes zinātnei zinātni zinātnē zinātnēm"},
        Family{Language::lv, "valsts valsti valstij valstis valstu valstīm valstīs"},
        Family{Language::lv, "jaunietis jaunieša jaunieši jauniešu jauniešiem"},
        Family{Language::lv, "galvenais galvenā galvenie galveno galvenajam galvenajiem"},
        Family{Language::lv, "uzņēmums uzņēmuma uzņēmumam uzņēmumi uzņēmumu uzņēmumiem uzņēmumos"},
        Family{Language::lv, "tirgus tirgu tirgū"}));

INSTANTIATE_TEST_SUITE_P(
    Estonian, WordFamily,
    testing::Values(
        Family{Language::et,
               "kool kooli koolis koolist koolile koolil koolid koolide koolides "
               "koolidest koolidele kooliga"},
        Family{Language::et,
               "projekt projekti projektis projektist projektile projektid "
               "projektide projektides projektiga"},
        Family{Language::et, "haridus hariduse haridust hariduses haridusega haridusele"},
        Family{Language::et, "oskus oskuse oskused oskuste oskusi oskustele"},
        Family{Language::et, "inimene inimese inimest inimesed inimeste inimestele"},
        Family{Language::et, "õpetaja õpetajat õpetajad õpetajate õpetajatele õpetajaga"},
        Family{Language::et, "rahvusvaheline rahvusvahelise rahvusvahelist rahvusvahelised"},
        Family{Language::et, "analüüs analüüsi analüüsid analüüside analüüsis"},
        Family{Language::et, "uuring uuringu uuringud uuringute uuringuid uuringus"},
        Family{Language::et, "keskus keskuse keskuses keskused keskuste"},
        Family{Language::et, "internet interneti internetis internetist"},
        Family{Language::et, "raamat raamatu raamatut raamatud raamatute"},
        Family{Language::et, "materjal materjali materjalid materjalide"}));

INSTANTIATE_TEST_SUITE_P(
    Bulgarian, WordFamily,
    testing::Values(Family{Language::bg, "проект проекта проектът проекти проектите"},
                    Family{Language::bg, "работа работата работи работите"},
                    Family{Language::bg, "технология технологията технологии технологиите"},
                    Family{Language::bg, "ученик ученика ученикът ученици учениците"},
                    Family{Language::bg, "обучение обучението обучения обученията"},
                    Family{Language::bg,
                           "професионален професионална професионално професионални "
                           "професионалния професионалният професионалната професионалното "
                           "професионалните"},
                    Family{Language::bg, "способност способността способности способностите"},
                    Family{Language::bg, "град града градът градове градовете"},
                    Family{Language::bg, "учител учителя учителят учители учителите"},
                    Family{Language::bg, "център центъра центърът центрове центровете"},
                    Family{Language::bg, "училище училището училища училищата"},
                    Family{Language::bg,
                           "европейски европейска европейско европейския европейският"},
                    Family{Language::bg, "музей музея музеят музеи музеите"},
                    Family{Language::bg, "университет университета университетът университети"}));

/// Words that look alike and mean different things.
class WordsApart : public testing::TestWithParam<Family> {};

TEST_P(WordsApart, HaveStemsOfTheirOwn) {
  const auto& [language, words] = GetParam();
  std::vector<std::string> stems;
  for (const auto& word : words_of(words)) stems.push_back(folded_stem(word, language));
  auto distinct = stems;
  std::ranges::sort(distinct);
  const auto repeated = std::ranges::unique(distinct);
  EXPECT_TRUE(repeated.empty()) << testing::PrintToString(stems);
}

INSTANTIATE_TEST_SUITE_P(
    OurOwn, WordsApart,
    testing::Values(
        Family{Language::cs, "program projekt prognóza práce právo učitel učení škola školení"},
        Family{Language::sk, "program projekt prognóza práca právo učiteľ učenie škola školenie"},
        Family{Language::pl,
               "program projekt prognoza praca prawo nauczyciel nauka szkoła "
               "szkolenie zawód zawał"},
        Family{Language::hr, "program projekt prognoza rad radnik škola školovanje učenik učitelj"},
        Family{Language::sl, "program projekt prognoza delo delavec šola šolanje učenec učitelj"},
        Family{Language::lv, "programma projekts prognoze darbs darbinieks skola skolotājs valsts"},
        Family{Language::et, "programm projekt prognoos töö töötaja kool koolitus õpetaja keel"},
        Family{Language::bg, "програма проект прогноза работа работник учител ученик училище"}));

TEST(Stemmers, ShortWordsKeepWhatTellsThemApart) {
  EXPECT_EQ(folded_stem("dům", Language::cs), "dum");
  EXPECT_EQ(folded_stem("rad", Language::hr), "rad");
  EXPECT_EQ(folded_stem("нов", Language::bg), "нов");
}

TEST(Stemmers, MalteseIsOnlyFolded) { EXPECT_EQ(folded_stem("Taħriġ", Language::mt), "tahrig"); }

TEST(Stemmers, EveryLanguageHasItsStemmer) {
  for (auto language = Language::bg; language <= Language::tr;
       language = static_cast<Language>(static_cast<int>(language) + 1)) {
    EXPECT_NO_THROW(folded_stem("organisation", language)) << code_of(language);
  }
}

}  // namespace
}  // namespace tributary::text
