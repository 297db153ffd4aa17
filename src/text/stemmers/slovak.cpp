#include <array>

#include "text/stemmers/light_stemmers.h"
#include "text/stemmers/suffix_rules.h"

namespace tributary::text::stemmers {
namespace {

/// Case endings of nouns (chlap, dub, žena, ulica, dlaň, mesto, srdce, vysvedčenie) and adjectives
/// (pekný, cudzí). With -i- before the ending, because technológia, -ie, -ií, -iám lose it
/// together.
constexpr auto kSlovakEndings = std::to_array<std::string_view>(
    {"iami", "iach", "ieho", "iemu", "iam", "iou", "iej", "ami", "ach", "och", "ych",
     "ich",  "eho",  "emu",  "ymi",  "imi", "om",  "am",  "ym",  "im",  "ej",  "ou",
     "mi",   "ie",   "ia",   "iu",   "ii",  "a",   "e",   "i",   "o",   "u",   "y"});

/// Endings that a nominative can have by itself: program, zoznam, režim, strach.
constexpr auto kSlovakEndingsAgain =
    std::to_array<std::string_view>({"om", "am", "ym", "im", "ej", "ach", "och"});

/// Genitive plural -ov, dative -ovi, plural -ovia, adjectives -ový.
constexpr auto kSlovakDerived = std::to_array<std::string_view>({"ov"});

constexpr auto kSlovakComparative = std::to_array<std::string_view>({"ejs"});

}  // namespace

std::string stem_slovak(std::string word) {
  strip_longest(word, kSlovakEndings);
  if (strip_longest(word, kSlovakComparative)) strip_prefix(word, "naj");
  strip_longest(word, kSlovakDerived);
  strip_longest(word, kSlovakEndingsAgain);
  drop_fleeting(word, "ie");                 // matka, matiek
  drop_fleeting(word, "e");                  // otec, otca
  constexpr std::size_t shortest_in_ok = 5;  // krok and blok keep their vowel
  if (word.size() >= shortest_in_ok && word.ends_with("ok")) word.replace(word.size() - 2, 2, "k");
  if (word.ends_with('c')) word.back() = 'k';  // žiak, žiaci
  return word;
}

}  // namespace tributary::text::stemmers
