// text/utf8.h
//
// Reading UTF-8 strictly (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing over
// U+10FFFF.
//
//   if (const auto offset = first_invalid_utf8(line)) return fail(ErrorCode::not_utf8, …, *offset);
//
// Pure functions; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tributary::text {

/// One character of a text: its code point and how many bytes it takes. Bytes that are no UTF-8
/// come one at a time, with `valid` false.
struct Character {
  char32_t code_point = 0;
  std::size_t length_bytes = 0;
  bool valid = false;
};

/// The character that begins at `offset`. REQUIRES: offset < text.size().
Character character_at(std::string_view text, std::size_t offset);

/// The byte offset of the first byte that is not part of valid UTF-8, or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

bool is_utf8(std::string_view text);
bool is_ascii(std::string_view text);

/// `text` with `replacement` for every byte that is not part of valid UTF-8.
std::string repaired_utf8(std::string_view text, std::string_view replacement);

/// The longest beginning of `text` of at most `size_bytes` that does not end inside a character.
std::string_view prefix_of_characters(std::string_view text, std::size_t size_bytes);

}  // namespace tributary::text
