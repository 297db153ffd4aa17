#include <array>

#include "text/stemmers/light_stemmers.h"
#include "text/stemmers/suffix_rules.h"

namespace tributary::text::stemmers {
namespace {

/// The locative changes the consonant before -ie and -e: projekt, projekcie; zakład, zakładzie;
/// sektor, sektorze; droga, drodze. Only where no other word ends so: zajęcie, życie and lekarze
/// keep theirs.
constexpr auto kPolishLocatives = std::to_array<Rewrite>({
    {"kcie", "kt"},
    {"acie", "at"},
    {"tecie", "tet"},
    {"necie", "net"},
    {"biecie", "biet"},
    {"adzie", "ad"},
    {"odzie", "od"},
    {"orze", "or"},
    {"urze", "ur"},
    {"odze", "og"},
});

/// Case endings of nouns and adjectives, with the i that only marks a soft consonant before them.
constexpr auto kPolishEndings = std::to_array<std::string_view>(
    {"iego", "iemu", "iami", "iach", "imi", "ymi", "iej", "iem", "iom", "iow", "ami",
     "ach",  "ego",  "emu",  "ych",  "ich", "om",  "em",  "ej",  "ym",  "im",  "ie",
     "ia",   "iu",   "io",   "ii",   "a",   "e",   "i",   "o",   "u",   "y"});

/// Endings that a nominative can have by itself: system, dyplom, poziom, reżim, zapach.
constexpr auto kPolishEndingsAgain =
    std::to_array<std::string_view>({"iem", "iom", "em", "om", "ym", "im", "ach", "ej"});

/// Genitive plural -ów, dative -owi, plural -owie, adjectives -owy.
constexpr auto kPolishDerived = std::to_array<std::string_view>({"iow", "ow"});

}  // namespace

std::string stem_polish(std::string word) {
  if (!rewrite_longest(word, kPolishLocatives, 2)) strip_longest(word, kPolishEndings);
  strip_longest(word, kPolishDerived);
  strip_longest(word, kPolishEndingsAgain);
  drop_fleeting(word, "ie");                   // mieszkaniec, mieszkańca
  drop_fleeting(word, "e");                    // rynek, rynku
  if (word.ends_with('c')) word.back() = 'k';  // nauka, nauce; pracownik, pracownicy
  return word;
}

}  // namespace tributary::text::stemmers
