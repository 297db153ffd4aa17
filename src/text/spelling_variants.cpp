#include "text/spelling_variants.h"

#include <unicode/uchar.h>

#include <optional>
#include <string>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tributary::text {
namespace {

/// A word of a query with what spellings depend on.
struct SpelledWord {
  std::string folded;
  std::string_view after;  ///< what stands between it and the next word, or the end
  std::size_t letters = 0;
  std::size_t digits = 0;
};

std::vector<SpelledWord> spelled_words(std::string_view query) {
  std::vector<SpelledWord> words;
  WordScanner scanner(query);
  for (bool more = scanner.next(); more;) {
    const std::size_t end = scanner.end();
    SpelledWord word{.folded = fold(query.substr(scanner.begin(), end - scanner.begin()))};
    more = scanner.next();
    word.after = query.substr(end, (more ? scanner.begin() : query.size()) - end);
    for (std::size_t offset = 0; offset < word.folded.size();) {
      const auto character = character_at(word.folded, offset);
      const bool is_digit = u_isdigit(static_cast<UChar32>(character.code_point)) != 0;
      ++(is_digit ? word.digits : word.letters);
      offset += character.length_bytes;
    }
    words.push_back(std::move(word));
  }
  return words;
}

bool is_one_letter(const SpelledWord& word) { return word.letters == 1 && word.digits == 0; }

/// How many single letters with nothing but points between them begin at `first`.
std::size_t dotted_letters(const std::vector<SpelledWord>& words, std::size_t first) {
  std::size_t count = 0;
  while (first + count < words.size() && is_one_letter(words[first + count])) {
    ++count;
    if (words[first + count - 1].after != ".") break;
  }
  return count;
}

bool is_joined_with_next(const SpelledWord& word, const SpelledWord& next) {
  constexpr std::size_t most_digits = 4;
  constexpr std::size_t most_letters_of_prefix = 2;
  const bool hyphen = word.after == "-" || word.after == "\u2010" || word.after == "\u2011";
  if (word.letters == 0 || word.digits > 0) return false;
  if (next.letters == 0 && next.digits <= most_digits) return hyphen || word.after == " ";
  return hyphen && word.letters <= most_letters_of_prefix && next.letters > 1;
}

/// "h2020" → h · 2020; nothing for other words.
std::optional<Phrase> letters_then_digits(const SpelledWord& word) {
  if (word.letters == 0 || word.digits == 0) return std::nullopt;
  const auto digit = word.folded.find_first_of("0123456789");
  if (digit == std::string::npos || digit == 0) return std::nullopt;
  if (word.folded.find_first_not_of("0123456789", digit) != std::string::npos) return std::nullopt;
  return Phrase{word.folded.substr(0, digit), word.folded.substr(digit)};
}

bool has_plus_sign(const SpelledWord& word) {
  return word.after.starts_with('+') && !word.after.starts_with("++") &&
         (word.after.size() > 1 || word.letters > 1);
}

}  // namespace

std::vector<SpellingVariants> spelling_variants(std::string_view query) {
  const auto words = spelled_words(query);
  std::vector<SpellingVariants> found;
  for (std::size_t first = 0; first < words.size(); ++first) {
    const auto& word = words[first];
    if (const std::size_t count = dotted_letters(words, first); count > 1) {
      std::string joined;
      for (std::size_t index = 0; index < count; ++index) joined += words[first + index].folded;
      found.push_back({first, count, {Phrase{joined}}});
      first += count - 1;
      continue;
    }
    if (first + 1 < words.size() && is_joined_with_next(word, words[first + 1])) {
      found.push_back({first, 2, {Phrase{word.folded + words[first + 1].folded}}});
    }
    if (auto parts = letters_then_digits(word)) found.push_back({first, 1, {std::move(*parts)}});
    if (has_plus_sign(word)) found.push_back({first, 1, {Phrase{word.folded, "plus"}}});
  }
  return found;
}

}  // namespace tributary::text
