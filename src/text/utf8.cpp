#include "text/utf8.h"

#include <cstdint>
#include <cstring>

namespace tributary::text {
namespace {

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

/// The number of leading bytes of `text` from `offset` on that are ASCII, counted in whole words.
std::size_t ascii_run(std::string_view text, std::size_t offset) {
  std::size_t length = 0;
  while (offset + length + sizeof(std::uint64_t) <= text.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + offset + length, sizeof word);
    if ((word & 0x8080808080808080ULL) != 0) break;
    length += sizeof word;
  }
  return length;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t index) {
    return offset + index < text.size() ? static_cast<unsigned char>(text[offset + index])
                                        : static_cast<unsigned char>(0);
  };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const Character invalid{first, 1, false};
  if (first < 0xC2 || first > 0xF4) return invalid;
  const unsigned char second = byte(1);
  if (!is_continuation(second)) return invalid;
  if (first < 0xE0) return {(first & 0x1FU) << 6 | (second & 0x3FU), 2, true};
  const unsigned char third = byte(2);
  if (!is_continuation(third)) return invalid;
  if (first < 0xF0) {
    if (first == 0xE0 && second < 0xA0) return invalid;  // overlong
    if (first == 0xED && second > 0x9F) return invalid;  // surrogate
    return {(first & 0x0FU) << 12 | (second & 0x3FU) << 6 | (third & 0x3FU), 3, true};
  }
  const unsigned char fourth = byte(3);
  if (!is_continuation(fourth)) return invalid;
  if (first == 0xF0 && second < 0x90) return invalid;  // overlong
  if (first == 0xF4 && second > 0x8F) return invalid;  // over U+10FFFF
  return {(first & 0x07U) << 18 | (second & 0x3FU) << 12 | (third & 0x3FU) << 6 | (fourth & 0x3FU),
          4, true};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t offset = 0;
  while (true) {
    offset += ascii_run(text, offset);
    if (offset >= text.size()) return std::nullopt;
    const auto character = character_at(text, offset);
    if (!character.valid) return offset;
    offset += character.length_bytes;
  }
}

bool is_utf8(std::string_view text) { return !first_invalid_utf8(text); }

bool is_ascii(std::string_view text) {
  for (std::size_t offset = ascii_run(text, 0); offset < text.size(); ++offset) {
    if (static_cast<unsigned char>(text[offset]) >= 0x80) return false;
  }
  return true;
}

std::string repaired_utf8(std::string_view text, std::string_view replacement) {
  std::string result;
  result.reserve(text.size());
  while (const auto invalid = first_invalid_utf8(text)) {
    result += text.substr(0, *invalid);
    result += replacement;
    text.remove_prefix(*invalid + 1);
  }
  result += text;
  return result;
}

std::string_view prefix_of_characters(std::string_view text, std::size_t size_bytes) {
  if (text.size() <= size_bytes) return text;
  // A character takes four bytes at most: looking back further would only skip over garbage.
  std::size_t end = size_bytes;
  for (int step = 0; step < 3 && end > 0; ++step) {
    if (!is_continuation(static_cast<unsigned char>(text[end]))) break;
    --end;
  }
  if (is_continuation(static_cast<unsigned char>(text[end]))) end = size_bytes;
  return text.substr(0, end);
}

}  // namespace tributary::text
