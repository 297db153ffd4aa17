#include "text/short_folds.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "text/utf8.h"

namespace tributary::text {

namespace {

std::string encoded(char32_t code_point) {
  std::string bytes;
  icu::UnicodeString(static_cast<UChar32>(code_point)).toUTF8String(bytes);
  return bytes;
}

}  // namespace

std::size_t ShortFolds::place_of(char32_t code_point) {
  if (code_point < kFirstEnd) return code_point;
  const bool is_second = code_point >= kSecondBegin && code_point < kSecondEnd;
  return is_second ? kFirstEnd + (code_point - kSecondBegin) : kPlaces;
}

ShortFolds::ShortFolds(Fold fold) {
  const auto fill = [&](char32_t begin, char32_t end) {
    for (char32_t code_point = begin; code_point < end; ++code_point) {
      if ((U_GET_GC_MASK(static_cast<UChar32>(code_point)) & U_GC_M_MASK) != 0) continue;
      const auto folded = fold(encoded(code_point));
      auto& entry = entries_[place_of(code_point)];
      if (folded.size() > entry.bytes.size()) continue;
      entry.length = static_cast<std::uint8_t>(folded.size());
      std::ranges::copy(folded, entry.bytes.begin());
    }
  };
  fill(0, kFirstEnd);
  fill(kSecondBegin, kSecondEnd);
}

bool ShortFolds::append(std::string_view text, std::string& to) const {
  for (std::size_t offset = 0; offset < text.size();) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    std::size_t length = 1;
    std::size_t place = byte;
    if (byte >= 0x80) {
      const auto character = character_at(text, offset);
      length = character.length_bytes;
      place = character.valid ? place_of(character.code_point) : kPlaces;
    }
    if (place == kPlaces || entries_[place].length == kNone) return false;
    to.append(entries_[place].bytes.data(), entries_[place].length);
    offset += length;
  }
  return true;
}

}  // namespace tributary::text
