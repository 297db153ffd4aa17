#include "text/compound_rules.h"

#include <array>

namespace tributary::text {
namespace {

using Words = std::string_view;

// German: Arbeit-s-markt, Bund-es-land, Schule-n-…, Frau-en-quote, Kind-er-garten, Hund-e-halter,
// Schul(e)-hof.
constexpr std::array kGermanLinks{
    LinkingElement{"", ""},  LinkingElement{"s", ""},  LinkingElement{"es", ""},
    LinkingElement{"n", ""}, LinkingElement{"en", ""}, LinkingElement{"er", ""},
    LinkingElement{"e", ""}, LinkingElement{"", "e"},
};
constexpr std::array<Words, 3> kGermanShortParts{"weg", "tag", "not"};
// Prefixes, function words, and endings that stand alone in texts that were cut at line ends.
constexpr auto kGermanNeverParts = std::to_array<Words>(
    {"aber",    "alle",   "allen",  "aller",   "alles",    "auch",   "aufge",   "ausge",
     "durch",   "eine",   "einem",  "einen",   "einer",    "eines",  "einge",   "ende",
     "enden",   "ente",   "inter",  "erin",    "erinnen",  "erung",  "erungen", "gegen",
     "haft",    "heit",   "heiten", "hinter",  "ichen",    "ieren",  "igen",    "iger",
     "igkeit",  "ihre",   "ihren",  "innen",   "ische",    "ischen", "keit",    "keiten",
     "lich",    "liche",  "lichen", "licher",  "liches",   "ling",   "mein",    "meine",
     "nach",    "nahme",  "nahmen", "nehmen",  "neben",    "nicht",  "oder",    "ohne",
     "rung",    "rungen", "samer",  "schaft",  "schaften", "schen",  "sein",    "seine",
     "sich",    "sind",   "sten",   "tion",    "tionen",   "tung",   "tungen",  "uber",
     "ungen",   "unter",  "voll",   "wahrend", "weiter",   "werden", "wieder",  "worden",
     "zusammen"});

// Dutch: bedrijf-s-leven, student-en-stad, hond-e-hok.
constexpr std::array kDutchLinks{
    LinkingElement{"", ""},
    LinkingElement{"s", ""},
    LinkingElement{"e", ""},
    LinkingElement{"en", ""},
};
constexpr std::array<Words, 4> kDutchShortParts{"vak", "les", "weg", "zee"};
constexpr auto kDutchNeverParts = std::to_array<Words>(
    {"aan",   "achter", "alle",  "baar",   "door", "deze",   "eigen", "elijk", "ende",
     "eren",  "gaan",   "haar",  "heden",  "heid", "hier",   "ieder", "ingen", "isch",
     "ische", "komen",  "lijk",  "lijke",  "ling", "lingen", "maar",  "mede",  "meer",
     "naar",  "niet",   "nieuw", "onder",  "over", "ring",   "samen", "schap", "schappen",
     "staan", "teit",   "tegen", "tussen", "voor", "waar",   "weer",  "zich",  "zijn"});

// Danish: arbejd-s-marked, ferie-…, jul-e-aften.
constexpr std::array kDanishLinks{
    LinkingElement{"", ""},
    LinkingElement{"s", ""},
    LinkingElement{"e", ""},
    LinkingElement{"", "e"},
};
constexpr std::array<Words, 6> kDanishShortParts{"fag", "job", "mal", "rad", "bil", "vej"};
constexpr auto kDanishNeverParts = std::to_array<Words>(
    {"alle",   "anden",  "blive", "dette", "disse", "efter", "eller",   "elsen",    "elser",
     "ende",   "endes",  "erne",  "fore",  "heden", "igen",  "igheder", "inden",    "inger",
     "ingen",  "ikke",   "imod",  "iske",  "ligt",  "lige",  "ligere",  "ling",     "mellem",
     "mere",   "over",   "ring",  "samme", "agere", "heder", "somhed",  "somheder", "skab",
     "skabet", "skaber", "under", "uden",  "ved",   "videre"});

// Swedish: arbete-s-liv, gat(a)-u-kontor, kyrk(a)-o-gård, skol(a)-gård, familj-e-hem.
constexpr std::array kSwedishLinks{
    LinkingElement{"", ""},   LinkingElement{"s", ""},  LinkingElement{"e", ""},
    LinkingElement{"u", "a"}, LinkingElement{"o", "a"}, LinkingElement{"", "a"},
    LinkingElement{"", "e"},
};
constexpr std::array<Words, 6> kSwedishShortParts{"mal", "rad", "bil", "vag", "lan", "hav"};
constexpr auto kSwedishNeverParts = std::to_array<Words>(
    {"alla", "anden", "andet", "arna",   "deras", "dessa", "efter", "eller",  "emot",
     "ende", "erna",  "genom", "hade",   "heten", "heter", "igen",  "ingar",  "ingen",
     "inom", "inte",  "iska",  "iskt",   "lig",   "liga",  "ligt",  "mellan", "mera",
     "orna", "over",  "skap",  "skapet", "samma", "under", "utan",  "vara"});

// Finnish: a first part stands as it is (työpaikka) or in the genitive, which texts hold as a word
// of its own (koulutuksenjärjestäjä, koulu-n-…); -nen becomes -s (ihminen, ihmis-oikeus).
constexpr std::array kFinnishLinks{
    LinkingElement{"", ""},
    LinkingElement{"n", ""},
    LinkingElement{"s", "nen"},
};
constexpr std::array<Words, 5> kFinnishShortParts{"tyo", "maa", "tie", "puu", "jaa"};
constexpr auto kFinnishNeverParts = std::to_array<Words>(
    {"alle",  "alla",  "aina",   "asti",  "ehka",   "eika",   "ella",    "elle",    "ensi",
     "eri",   "ette",  "hanen",  "ilman", "inen",   "isen",   "ista",    "jalkeen", "joka",
     "jotka", "kaan",  "kanssa", "kuin",  "lainen", "laiset", "lisaksi", "minen",   "misen",
     "mutta", "myos",  "nain",   "naan",  "niin",   "oman",   "ovat",    "saan",    "sekä",
     "seka",  "siis",  "sille",  "sina",  "sissa",  "sista",  "taan",    "tama",    "tassa",
     "teko",  "tella", "tuen",   "ulla",  "vaan"});

constexpr CompoundRules kNone{};
constexpr CompoundRules kGerman{kGermanLinks, kGermanShortParts, kGermanNeverParts};
constexpr CompoundRules kDutch{kDutchLinks, kDutchShortParts, kDutchNeverParts};
constexpr CompoundRules kDanish{kDanishLinks, kDanishShortParts, kDanishNeverParts};
constexpr CompoundRules kSwedish{kSwedishLinks, kSwedishShortParts, kSwedishNeverParts};
constexpr CompoundRules kFinnish{kFinnishLinks, kFinnishShortParts, kFinnishNeverParts};

}  // namespace

const CompoundRules& compound_rules(Language language) {
  switch (language) {
    case Language::de:
      return kGerman;
    case Language::nl:
      return kDutch;
    case Language::da:
      return kDanish;
    case Language::sv:
      return kSwedish;
    case Language::fi:
      return kFinnish;
    default:
      return kNone;
  }
}

}  // namespace tributary::text
