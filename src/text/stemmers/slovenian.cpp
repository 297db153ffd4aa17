#include <array>

#include "text/stemmers/light_stemmers.h"
#include "text/stemmers/suffix_rules.h"

namespace tributary::text::stemmers {
namespace {

/// Case endings of nouns and adjectives in singular, dual and plural; -ost has -ostjo, -ostmi.
constexpr auto kSlovenianEndings = std::to_array<Rewrite>({
    {"stjo", "st"}, {"stmi", "st"}, {"oma", ""}, {"ema", ""}, {"ama", ""}, {"ima", ""},
    {"ami", ""},    {"imi", ""},    {"emi", ""}, {"ega", ""}, {"emu", ""}, {"ah", ""},
    {"eh", ""},     {"ih", ""},     {"am", ""},  {"em", ""},  {"om", ""},  {"im", ""},
    {"a", ""},      {"e", ""},      {"i", ""},   {"o", ""},   {"u", ""},
});

/// Endings that a nominative can have by itself: program, sistem, diplom-a, uspeh.
constexpr auto kSlovenianEndingsAgain =
    std::to_array<std::string_view>({"am", "em", "om", "im", "ah", "eh"});

/// The plural's and the adjectives' -ov- and -ev-.
constexpr auto kSlovenianPlural = std::to_array<std::string_view>({"ov", "ev"});

constexpr auto kSlovenianComparative = std::to_array<std::string_view>({"ejs"});

/// The genitive plural of -je and -ija: podjetje, podjetij.
constexpr auto kSlovenianIj = std::to_array<Rewrite>({{"ij", "j"}});

}  // namespace

std::string stem_slovenian(std::string word) {
  rewrite_longest(word, kSlovenianEndings);
  if (strip_longest(word, kSlovenianComparative)) strip_prefix(word, "naj");
  strip_longest(word, kSlovenianPlural);
  strip_longest(word, kSlovenianEndingsAgain);
  rewrite_longest(word, kSlovenianIj);
  drop_fleeting(word, "e");                    // delavec, delavca; center, centra
  if (word.ends_with('c')) word.back() = 'k';  // otrok, otroci
  return word;
}

}  // namespace tributary::text::stemmers
