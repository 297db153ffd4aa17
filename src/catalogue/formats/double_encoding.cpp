#include "catalogue/formats/double_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "catalogue/formats/text_encoding.h"

namespace tributary::catalogue {
namespace {

/// windows-1252, 0x80 to 0x9F; 0 where it leaves the byte open.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Character {
  char32_t code = 0;
  std::size_t size_bytes = 1;
};

/// The first character of `text`, which is UTF-8 and not empty.
Character first_of(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const auto low = [&](std::size_t at) { return static_cast<char32_t>(byte(at) & 0x3FU); };
  if (byte(0) < 0x80) return {byte(0), 1};
  if (byte(0) < 0xE0) return {(byte(0) & 0x1FU) << 6U | low(1), 2};
  if (byte(0) < 0xF0) return {(byte(0) & 0x0FU) << 12U | low(1) << 6U | low(2), 3};
  return {(byte(0) & 0x07U) << 18U | low(1) << 12U | low(2) << 6U | low(3), 4};
}

/// The byte of windows-1252 beyond ASCII that stands for `code`; 0 where there is none.
unsigned byte_of(char32_t code) {
  if (code >= 0x80 && code <= 0xFF) return code;
  const auto found = std::ranges::find(kWindows1252, static_cast<char16_t>(code));
  if (code > 0xFFFF || code == 0 || found == kWindows1252.end()) return 0;
  return 0x80U + static_cast<unsigned>(found - kWindows1252.begin());
}

/// Length of the UTF-8 sequence that `lead` begins, for what European texts use: Latin, combining
/// marks, Greek, Cyrillic; punctuation and symbols; U+FFFD; pictographs. Else 0.
std::size_t doubled_length(unsigned lead) {
  if ((lead >= 0xC2 && lead <= 0xC5) || (lead >= 0xCC && lead <= 0xD1)) return 2;
  if (lead == 0xE1 || lead == 0xE2 || lead == 0xEF) return 3;
  return lead == 0xF0 ? 4 : 0;
}

struct Sequence {
  std::string repaired;  ///< empty: there is no sequence here
  std::size_t size_bytes = 0;
};

Sequence sequence_at(std::string_view text) {
  Sequence sequence;
  std::size_t wanted = 1;
  while (sequence.repaired.size() < wanted) {
    const auto rest = text.substr(sequence.size_bytes);
    if (rest.empty()) return {};
    const auto [code, size_bytes] = first_of(rest);
    const unsigned byte = byte_of(code);
    if (byte == 0) return {};
    if (sequence.repaired.empty()) wanted = doubled_length(byte);
    sequence.repaired += static_cast<char>(byte);
    sequence.size_bytes += size_bytes;
  }
  if (wanted == 0 || !is_utf8(sequence.repaired)) return {};
  return sequence;
}

bool repair_once(std::string& text) {
  bool all_are_sequences = true;
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const auto rest = std::string_view(text).substr(at);
    const auto sequence = sequence_at(rest);
    (sequence.repaired.empty() ? all_are_sequences = false : any = true);
    at += std::max(first_of(rest).size_bytes, sequence.size_bytes);
  }
  if (!any) return false;

  bool changed = false;
  std::string repaired;
  repaired.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      repaired += text[at++];
      continue;
    }
    const auto rest = std::string_view(text).substr(at);
    const auto sequence = sequence_at(rest);
    if (sequence.repaired.size() > 2 || (sequence.repaired.size() == 2 && all_are_sequences)) {
      repaired += sequence.repaired;
      at += sequence.size_bytes;
      changed = true;
    } else {
      const auto size_bytes = first_of(rest).size_bytes;
      repaired += rest.substr(0, size_bytes);
      at += size_bytes;
    }
  }
  if (changed) text = std::move(repaired);
  return changed;
}

}  // namespace

bool repair_double_encoding(std::string& text) {
  const bool once = repair_once(text);
  return once && (repair_once(text), true);
}

}  // namespace tributary::catalogue
