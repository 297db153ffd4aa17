#include "http/utf8.h"

namespace tributary::http {

std::optional<std::size_t> first_utf8_fault(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  std::size_t i = 0;
  while (i < text.size()) {
    const unsigned lead = byte(i);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    // The second byte's range excludes overlong forms and surrogates; the rest is 80..BF.
    unsigned length = 0, low = 0x80, high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      length = 3;
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      length = 4;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    } else {
      return i;
    }
    if (i + length > text.size() || byte(i + 1) < low || byte(i + 1) > high) return i;
    for (std::size_t k = i + 2; k < i + length; ++k) {
      if (byte(k) < 0x80 || byte(k) > 0xBF) return i;
    }
    i += length;
  }
  return std::nullopt;
}

std::string with_replacements(std::string_view text) {
  std::string repaired;
  while (const auto fault = first_utf8_fault(text)) {
    repaired += text.substr(0, *fault);
    repaired += "\xEF\xBF\xBD";
    text.remove_prefix(*fault + 1);
  }
  return repaired.append(text);
}

}  // namespace tributary::http
