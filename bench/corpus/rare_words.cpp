#include "corpus/rare_words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace tributary::bench {
namespace {

constexpr double kExponent = 0.6;   ///< a
constexpr double kOffset = 20'000;  ///< r0
constexpr double kHighestRank = 1e15;

std::uint64_t rank(Random& random) {
  const double value = kOffset * (std::pow(random.uniform(), -1.0 / kExponent) - 1.0);
  return static_cast<std::uint64_t>(std::min(value, kHighestRank));
}

/// Two to four syllables, e.g. "velmarion".
void write_name(Random& random, std::string& to) {
  constexpr std::string_view kConsonants = "bcdfghjklmnprstvwz", kVowels = "aeiou",
                             kEnds = "lmnrst";
  for (auto syllables = 2 + random.below(3); syllables > 0; --syllables) {
    to += kConsonants[random.below(kConsonants.size())];
    to += kVowels[random.below(kVowels.size())];
    if (random.below(2) == 0) to += kEnds[random.below(kEnds.size())];
  }
}

/// Letters and a number, e.g. "tp53" or "en14511".
void write_code(Random& random, std::string& to) {
  for (auto letters = 1 + random.below(3); letters > 0; --letters) {
    to += static_cast<char>('a' + random.below(26));
  }
  to += std::to_string(random.below(random.below(2) == 0 ? 1'000 : 100'000));
}

/// The beginning of one real word and the end of another, e.g. "photograde".
void write_compound(Random& random, const std::vector<std::string>& spellings, std::string& to) {
  const std::string_view first = random.one_of(spellings), second = random.one_of(spellings);
  to += first.substr(0, 2 + first.size() / 2);
  to += second.substr(second.size() / 2);
}

/// A real word with one letter changed, left out, doubled or swapped with the next.
void write_slip(Random& random, const std::vector<std::string>& spellings, std::string& to) {
  std::string word = random.one_of(spellings);
  if (word.size() < 4) return write_name(random, to);
  const auto place = 1 + random.below(word.size() - 2);
  switch (random.below(4)) {
    case 0:
      word[place] = static_cast<char>('a' + random.below(26));
      break;
    case 1:
      word.erase(place, 1);
      break;
    case 2:
      word.insert(place, 1, word[place]);
      break;
    default:
      std::swap(word[place], word[place + 1]);
  }
  to += word;
}

}  // namespace

void RareWords::write(Random& random, std::string& to) const {
  Random spelling(mixed(rank(random)));
  switch (spelling.below(4)) {
    case 0:
      return write_name(spelling, to);
    case 1:
      return write_code(spelling, to);
    case 2:
      return write_compound(spelling, spellings_, to);
    default:
      return write_slip(spelling, spellings_, to);
  }
}

}  // namespace tributary::bench
