#include <array>

#include "text/stemmers/light_stemmers.h"
#include "text/stemmers/suffix_rules.h"

namespace tributary::text::stemmers {
namespace {

/// Case endings of nouns and adjectives; -ozi and -ošću are the softened forms of -og and -ost.
constexpr auto kCroatianEndings = std::to_array<Rewrite>({
    {"ozima", ""}, {"ozi", ""}, {"oscu", "ost"}, {"ama", ""}, {"ima", ""}, {"oga", ""}, {"ome", ""},
    {"omu", ""},   {"om", ""},  {"em", ""},      {"oj", ""},  {"og", ""},  {"ih", ""},  {"im", ""},
    {"a", ""},     {"e", ""},   {"i", ""},       {"o", ""},   {"u", ""},
});

/// Endings that a nominative can have by itself: sistem, program, razvoj, razlog, režim.
constexpr auto kCroatianEndingsAgain =
    std::to_array<std::string_view>({"om", "em", "am", "oj", "og", "im"});

/// The plural's -ov- and -ev- (gradovi, gradova), and possessives.
constexpr auto kCroatianPlural = std::to_array<std::string_view>({"ov", "ev"});

}  // namespace

std::string stem_croatian(std::string word) {
  rewrite_longest(word, kCroatianEndings);
  strip_longest(word, kCroatianPlural);
  strip_longest(word, kCroatianEndingsAgain);
  drop_fleeting(word, "a");                    // centar, centra; projekt, projekata
  if (word.ends_with('c')) word.back() = 'k';  // učenik, učenici
  return word;
}

}  // namespace tributary::text::stemmers
