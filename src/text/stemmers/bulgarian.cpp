#include <array>

#include "text/stemmers/light_stemmers.h"
#include "text/stemmers/suffix_rules.h"

namespace tributary::text::stemmers {
namespace {

/// Plurals and articles together. -та stands alone only behind т and щ (способността, нощта),
/// because работа is no word "рабо" with an article; -ози is the softened plural of -ог.
constexpr auto kBulgarianEndings = std::to_array<Rewrite>({
    {"озите", "ог"}, {"ози", "ог"}, {"стта", "ст"}, {"щта", "щ"}, {"рта", "р"}, {"нта", "н"},
    {"иите", ""},    {"ията", ""},  {"ието", ""},   {"ият", ""},  {"ите", ""},  {"ата", ""},
    {"ята", ""},     {"ото", ""},   {"ето", ""},    {"ете", ""},  {"ия", ""},   {"ии", ""},
    {"ие", ""},      {"ът", ""},    {"ят", ""},     {"а", ""},    {"я", ""},    {"о", ""},
    {"е", ""},       {"и", ""},     {"й", ""},
});

/// The plural's -ове, -еве, and adjectives in -ов, -ев.
constexpr auto kBulgarianPlural = std::to_array<std::string_view>({"ов", "ев"});

/// A vowel that other forms lack, before the last consonant: център, центрове; важен, важна. And
/// к before и: ученик, ученици.
constexpr auto kBulgarianFleeting = std::to_array<Rewrite>({
    {"ър", "р"},
    {"ъл", "л"},
    {"ък", "к"},
    {"ен", "н"},
    {"ел", "л"},
    {"ец", "к"},
    {"ц", "к"},
});

}  // namespace

std::string stem_bulgarian(std::string word) {
  rewrite_longest(word, kBulgarianEndings);
  strip_longest(word, kBulgarianPlural);
  rewrite_longest(word, kBulgarianFleeting);
  return word;
}

}  // namespace tributary::text::stemmers
