#include "text/words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

#include "text/utf8.h"

namespace tributary::text {
namespace {

enum class ByteClass : std::uint8_t { separator, word, apostrophe, beyond_ascii };

constexpr auto kByteClasses = [] {
  std::array<ByteClass, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    const bool digit = byte >= '0' && byte <= '9';
    if (letter || digit) classes[byte] = ByteClass::word;
    if (byte == '\'') classes[byte] = ByteClass::apostrophe;
    if (byte >= 0x80) classes[byte] = ByteClass::beyond_ascii;
  }
  return classes;
}();

ByteClass class_of(char byte) { return kByteClasses[static_cast<unsigned char>(byte)]; }

#if defined(__x86_64__)
/// How many of the 16 bytes from `at` on are ASCII letters and digits before the first that is
/// none.
unsigned plain_of_sixteen(const char* at) {
  const auto up_to = [](__m128i bytes, char least, char span) {
    const __m128i above = _mm_sub_epi8(bytes, _mm_set1_epi8(least));
    return _mm_cmpeq_epi8(_mm_min_epu8(above, _mm_set1_epi8(span)), above);
  };
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const __m128i letters = up_to(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z' - 'a');
  const __m128i digits = up_to(bytes, '0', '9' - '0');
  const auto plain = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(letters, digits)));
  return static_cast<unsigned>(std::countr_one(plain));
}
#endif

/// How many ASCII letters and digits the text begins with.
std::size_t plain_run(std::string_view text) {
  std::size_t at = 0;
#if defined(__x86_64__)
  // Words end where no processor foresees it; so where is computed, sixteen bytes at a time.
  while (text.size() - at >= 16) {
    const auto plain = plain_of_sixteen(text.data() + at);
    at += plain;
    if (plain < 16) return at;
  }
#endif
  while (at < text.size() && class_of(text[at]) == ByteClass::word) ++at;
  return at;
}

/// What stands before an apostrophe as a word of its own in French, Italian, Catalan, Irish and
/// Maltese. No English contraction or name begins so (O'Neill, don't, rock'n'roll).
constexpr auto kElisions = std::to_array<std::string_view>(
    {"b",      "c",    "d",      "f",       "j",       "l",      "m",      "n",      "s",
     "t",      "v",    "x",      "qu",      "jusqu",   "lorsqu", "puisqu", "quoiqu", "quelqu",
     "presqu", "un",   "gl",     "degl",    "all",     "dall",   "dell",   "nell",   "sull",
     "coll",   "pell", "quell",  "quest",   "bell",    "sant",   "anch",   "com",    "dov",
     "tutt",   "senz", "nessun", "ciascun", "qualcun", "mezz"});

bool is_elision(std::string_view word) {
  std::array<char, 8> lower{};
  if (word.size() > lower.size()) return false;
  std::ranges::transform(word, lower.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter | 0x20) : letter;
  });
  const std::string_view folded(lower.data(), word.size());
  return std::ranges::find(kElisions, folded) != kElisions.end();
}

/// Soft hyphen, zero-width (non-)joiner, word joiner, byte order mark: nothing to the eye.
bool is_invisible_joiner(char32_t code_point) {
  return code_point == 0xAD || code_point == 0x200C || code_point == 0x200D ||
         code_point == 0x2060 || code_point == 0xFEFF;
}

/// The digits of CO₂ and m². Other number signs (½, ①) separate words.
bool is_raised_or_lowered_digit(char32_t code_point) {
  return code_point == 0xB2 || code_point == 0xB3 || code_point == 0xB9 || code_point == 0x2070 ||
         (code_point >= 0x2074 && code_point <= 0x2079) ||
         (code_point >= 0x2080 && code_point <= 0x2089);
}

bool is_mark(char32_t code_point) {
  return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & U_GC_M_MASK) != 0;
}

}  // namespace

bool is_apostrophe(char32_t code_point) {
  return code_point == U'\'' || code_point == 0x2019 || code_point == 0x2018 ||
         code_point == 0x2BC || code_point == 0xFF07;
}

bool is_word_character(char32_t code_point) {
  if (code_point < 0x80) return class_of(static_cast<char>(code_point)) == ByteClass::word;
  const auto character = static_cast<UChar32>(code_point);
  const auto category = U_GET_GC_MASK(character);
  return (category & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK)) != 0
             ? !is_apostrophe(code_point)
             : is_raised_or_lowered_digit(code_point);
}

void WordScanner::skip_separators() {
  while (begin_ < text_.size()) {
    const auto byte_class = class_of(text_[begin_]);
    if (byte_class == ByteClass::word) return;
    if (byte_class != ByteClass::beyond_ascii) {
      ++begin_;
      continue;
    }
    const auto character = character_at(text_, begin_);
    if (character.valid && is_word_character(character.code_point) &&
        !is_mark(character.code_point)) {
      return;
    }
    begin_ += character.length_bytes;
  }
}

/// Whether the word that holds the apostrophe at `apostrophe` goes on at `next`, behind it.
bool WordScanner::goes_on(std::size_t apostrophe, std::size_t next) const {
  if (next >= text_.size()) return false;
  const auto following = character_at(text_, next);
  if (!following.valid || !is_word_character(following.code_point)) return false;
  if (!is_elision(text_.substr(begin_, apostrophe - begin_))) return true;
  // "all's", "n's": a single letter after the apostrophe is an English ending, not a word.
  const std::size_t second = next + following.length_bytes;
  if (second >= text_.size()) return true;
  const auto after = character_at(text_, second);
  return !after.valid || !is_word_character(after.code_point);
}

/// How many bytes from `offset` on belong to the word that goes on there; 0 when it ends.
std::size_t WordScanner::joined_length(std::size_t offset) const {
  const auto character = character_at(text_, offset);
  if (!character.valid) return 0;
  const std::size_t next = offset + character.length_bytes;
  if (is_apostrophe(character.code_point)) {
    return goes_on(offset, next) ? character.length_bytes : 0;
  }
  if (is_word_character(character.code_point)) return character.length_bytes;
  if (is_invisible_joiner(character.code_point)) return character.length_bytes;
  const auto is_l = [&](std::size_t at) {
    return at < text_.size() && (text_[at] == 'l' || text_[at] == 'L');
  };
  constexpr char32_t middle_dot = 0xB7;
  if (character.code_point == middle_dot && is_l(offset - 1) && is_l(next)) {
    return character.length_bytes;
  }
  return 0;
}

bool WordScanner::next() {
  begin_ = end_;
  skip_separators();
  if (begin_ >= text_.size()) return false;
  end_ = begin_;
  while (true) {
    end_ += plain_run(text_.substr(end_));
    if (end_ == text_.size() || class_of(text_[end_]) == ByteClass::separator) return true;
    const std::size_t length = joined_length(end_);
    if (length == 0) return true;
    end_ += length;
  }
}

}  // namespace tributary::text
