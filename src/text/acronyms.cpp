#include "text/acronyms.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <string>

#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace tributary::text {
namespace {

constexpr std::size_t kMostShortFormLetters = 10;
constexpr std::size_t kMostShortFormWords = 2;
constexpr std::size_t kLongestShortFormBytes = 64;
constexpr std::size_t kLongestParenthesisBytes = 400;

struct WordPlace {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<WordPlace> word_places(std::string_view text) {
  std::vector<WordPlace> places;
  for (WordScanner words(text); words.next();) places.push_back({words.begin(), words.end()});
  return places;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// A letter or digit of a text, folded.
struct FoldedLetter {
  std::string folded;
  std::size_t byte = 0;
  bool begins_word = false;
};

std::vector<FoldedLetter> folded_letters(std::string_view text) {
  std::vector<FoldedLetter> letters;
  for (const auto& [begin, end] : word_places(text)) {
    for (std::size_t offset = begin; offset < end;) {
      const std::size_t length_bytes = character_at(text, offset).length_bytes;
      auto folded = fold(text.substr(offset, length_bytes));
      if (!folded.empty()) letters.push_back({std::move(folded), offset, offset == begin});
      offset += length_bytes;
    }
  }
  return letters;
}

/// Whether `text` looks like an abbreviation rather than a remark in parentheses, or a Roman
/// number.
bool is_short_form(std::string_view text) {
  if (text.size() > kLongestShortFormBytes) return false;
  if (text.find_first_not_of("IVX") == std::string_view::npos) return false;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  std::size_t digits = 0;
  const auto words = word_places(text);
  if (words.empty() || words.size() > kMostShortFormWords || words.front().begin != 0) return false;
  for (const auto& [begin, end] : words) {
    for (std::size_t offset = begin; offset < end;) {
      const auto character = character_at(text, offset);
      const auto code_point = static_cast<UChar32>(character.code_point);
      letters += u_isalpha(code_point) ? 1U : 0U;
      capitals += u_isupper(code_point) ? 1U : 0U;
      digits += u_isdigit(code_point) ? 1U : 0U;
      offset += character.length_bytes;
    }
  }
  return letters + digits >= 2 && letters + digits <= kMostShortFormLetters && capitals > 0 &&
         2 * capitals >= letters;
}

/// The shortest end of `before` that begins with a word and holds the letters of `short_form` in
/// their order, the first at the beginning of a word: Schwartz & Hearst's search from right to
/// left.
std::optional<std::string_view> long_form_in(std::string_view before, std::string_view short_form) {
  const auto wanted = folded_letters(short_form);
  const auto letters = folded_letters(before);
  std::size_t at = letters.size();
  for (std::size_t index = wanted.size(); index-- > 0;) {
    const auto fits = [&](const FoldedLetter& letter) {
      return letter.folded.front() == wanted[index].folded.front() &&
             letter.folded == wanted[index].folded && (index > 0 || letter.begins_word);
    };
    while (at > 0 && !fits(letters[at - 1])) --at;
    if (at == 0) return std::nullopt;
    --at;
  }
  return before.substr(letters[at].byte);
}

/// The last words of `text` that can belong to a long form: as many as Schwartz & Hearst allow,
/// none from before a sign that ends a sentence or a clause.
std::string_view last_words(std::string_view text, std::size_t short_form_letters) {
  const auto words = word_places(text);
  std::size_t first = words.size();
  const std::size_t most = std::min(short_form_letters + 5, 2 * short_form_letters);
  while (first > 0 && words.size() - first < most) {
    if (first < words.size()) {
      const auto between =
          text.substr(words[first - 1].end, words[first].begin - words[first - 1].end);
      if (between.find_first_of("()[]{}.;:!?\n") != std::string_view::npos) break;
    }
    --first;
  }
  return first == words.size() ? std::string_view() : text.substr(words[first].begin);
}

/// Whether the pair explains anything: more letters, more than one word or one long one, and not
/// the abbreviation itself within.
bool is_explanation(std::string_view short_form, std::string_view long_form) {
  const auto folded_short = fold(short_form);
  if (folded_letters(long_form).size() < folded_letters(short_form).size() + 2) return false;
  return std::ranges::none_of(word_places(long_form), [&](const WordPlace& place) {
    return fold(long_form.substr(place.begin, place.end - place.begin)) == folded_short;
  });
}

std::optional<AcronymPair> explained_before(std::string_view before, std::string_view short_form) {
  const auto words = last_words(before, folded_letters(short_form).size());
  const auto long_form = long_form_in(trimmed(words), short_form);
  if (!long_form || !is_explanation(short_form, *long_form)) return std::nullopt;
  return AcronymPair{short_form, *long_form};
}

/// "LF (Long Form of it)": the long form is all that stands in the parentheses, up to a comma or
/// semicolon behind the words that the letters need.
std::optional<AcronymPair> explained_after(std::string_view before, std::string_view inside) {
  const auto cut = before.size() > kLongestShortFormBytes
                       ? before.find(' ', before.size() - kLongestShortFormBytes)
                       : 0;
  if (cut == std::string_view::npos) return std::nullopt;
  before.remove_prefix(cut);
  const auto words = word_places(before);
  if (words.empty() || !trimmed(before.substr(words.back().end)).empty()) return std::nullopt;
  const auto short_form = before.substr(words.back().begin, words.back().end - words.back().begin);
  if (!is_short_form(short_form)) return std::nullopt;
  const auto long_form = trimmed(inside.substr(0, inside.find(';')));
  const auto found = long_form_in(long_form, short_form);
  if (!found || found->data() != long_form.data()) return std::nullopt;
  if (!is_explanation(short_form, long_form)) return std::nullopt;
  return AcronymPair{short_form, long_form};
}

}  // namespace

std::vector<AcronymPair> acronyms_in(std::string_view text) {
  // Further back than the longest long form of ten letters and twenty words reaches.
  constexpr std::size_t window_bytes = 600;
  std::vector<AcronymPair> pairs;
  for (auto open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    const auto close = text.find_first_of("()", open + 1);
    if (close == std::string_view::npos) break;
    if (text[close] == '(' || close - open > kLongestParenthesisBytes) continue;
    const auto inside = trimmed(text.substr(open + 1, close - open - 1));
    const auto begin = open > window_bytes ? text.find(' ', open - window_bytes) : 0;
    if (begin >= open) continue;
    const auto before = text.substr(begin, open - begin);
    const auto pair =
        is_short_form(inside) ? explained_before(before, inside) : explained_after(before, inside);
    if (pair) pairs.push_back(*pair);
  }
  return pairs;
}

}  // namespace tributary::text
