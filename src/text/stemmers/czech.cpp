#include <array>

#include "text/stemmers/light_stemmers.h"
#include "text/stemmers/suffix_rules.h"

namespace tributary::text::stemmers {
namespace {

/// Case endings of nouns (pán, hrad, žena, růže, kost, město, stavení) and adjectives (mladý,
/// jarní). Those of kuře (-ete, -ata) are left out: they would cut certifikát and internet.
constexpr auto kCzechEndings = std::to_array<std::string_view>(
    {"ech", "ich", "ach", "ych", "eho", "iho", "emu", "imu", "emi", "imi", "ami", "ymi", "ama",
     "em",  "im",  "um",  "am",  "ym",  "ou",  "mi",  "a",   "e",   "i",   "o",   "u",   "y"});

/// Endings that a nominative can have by itself: systém, výzkum, program, režim.
constexpr auto kCzechEndingsAgain =
    std::to_array<std::string_view>({"em", "im", "um", "am", "ym", "ech", "ach"});

/// -ov-: dative -ovi, plural -ové, adjectives -ový, possessives -ův.
constexpr auto kCzechDerived = std::to_array<std::string_view>({"ov", "uv"});

/// Last letters that change before e and i: žák, žáci; výuka, výuce; Praha, Praze; technický, -čtí.
constexpr auto kCzechSoftened = std::to_array<Rewrite>({{"ct", "ck"}, {"c", "k"}, {"z", "h"}});

constexpr auto kCzechComparative = std::to_array<std::string_view>({"ejs"});

}  // namespace

std::string stem_czech(std::string word) {
  strip_longest(word, kCzechEndings);
  if (strip_longest(word, kCzechComparative)) strip_prefix(word, "nej");
  strip_longest(word, kCzechDerived);
  strip_longest(word, kCzechEndingsAgain);
  drop_fleeting(word, "e");
  rewrite_longest(word, kCzechSoftened, 2);
  return word;
}

}  // namespace tributary::text::stemmers
