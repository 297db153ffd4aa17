#include <array>

#include "text/stemmers/light_stemmers.h"
#include "text/stemmers/suffix_rules.h"

namespace tributary::text::stemmers {
namespace {

/// Case endings behind the plural's -de, -te and behind -se, -ste of words in -ne and -s (inimene,
/// haridus). The rare cases -ni, -na and -ta are left out: they end too many other words.
constexpr auto kEstonianEndings = std::to_array<std::string_view>(
    {"stesse", "stest", "stele", "stelt", "steks", "stega", "stel", "stes", "ste",  //
     "sesse",  "sest",  "sele",  "selt",  "seks",  "sega",  "sel",  "ses",  "sed", "se",
     "desse",  "dest",  "dele",  "delt",  "deks",  "dega",  "del",  "des",  "de",  //
     "tesse",  "test",  "tele",  "telt",  "teks",  "tega",  "tel",  "tes",  "te",  //
     "sid",    "si",    "id",    "ne",    "d"});

/// Case endings of the singular. Four letters have to remain: keele is the genitive of keel, not
/// the allative of a word "kee".
constexpr auto kEstonianSingular =
    std::to_array<std::string_view>({"sse", "st", "le", "lt", "ks", "ga", "s", "l"});
constexpr std::size_t kFewestBeforeSingular = 4;

/// The partitive's -t, only where no nominative ends so: õpetajat, uuringut, but internet.
constexpr auto kEstonianPartitive =
    std::to_array<Rewrite>({{"jat", "ja"}, {"gut", "gu"}, {"atut", "atu"}});

/// Endings that a nominative can have by itself: analüüs, materjal.
constexpr auto kEstonianEndingsAgain = std::to_array<std::string_view>({"s", "l"});

constexpr bool is_estonian_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

/// -s and -l are case endings behind a vowel only: klass keeps its.
bool strip_behind_vowel(std::string& word, std::span<const std::string_view> endings) {
  if (word.size() < 2) return false;
  const char last = word.back();
  const char before = word[word.size() - 2];
  const bool consonants = !is_estonian_vowel(last) && !is_estonian_vowel(before);
  const bool longer_ending = word.ends_with("st") || word.ends_with("lt") || word.ends_with("ks");
  if (consonants && !longer_ending) return false;
  return strip_longest(word, endings, kFewestBeforeSingular);
}

/// The vowels between stem and ending, which the nominative often lacks: kool, kooli-s.
void strip_theme_vowels(std::string& word) {
  while (word.size() > kFewestLetters && is_estonian_vowel(word.back())) word.pop_back();
}

}  // namespace

std::string stem_estonian(std::string word) {
  const bool stripped =
      strip_longest(word, kEstonianEndings) || rewrite_longest(word, kEstonianPartitive);
  if (!stripped) strip_behind_vowel(word, kEstonianSingular);
  strip_theme_vowels(word);
  if (strip_behind_vowel(word, kEstonianEndingsAgain)) strip_theme_vowels(word);
  // Gradation makes stops long or short in one word's forms: ettevõte, ettevõtte.
  constexpr std::string_view stops = "kptgbd";
  const auto size = word.size();
  if (size > kFewestLetters && word[size - 1] == word[size - 2] &&
      stops.find(word.back()) != std::string_view::npos) {
    word.pop_back();
  }
  return word;
}

}  // namespace tributary::text::stemmers
