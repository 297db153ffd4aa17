#include "base/markup_text.h"

namespace tributary {
namespace {

bool is_character_of_xml(char letter) {
  return static_cast<unsigned char>(letter) >= 0x20 || letter == '\t' || letter == '\n' ||
         letter == '\r';
}

}  // namespace

std::string markup_text(std::string_view text) {
  std::string written;
  written.reserve(text.size());
  for (const char letter : text) {
    switch (letter) {
      case '&':
        written += "&amp;";
        break;
      case '<':
        written += "&lt;";
        break;
      case '>':
        written += "&gt;";
        break;
      case '"':
        written += "&quot;";
        break;
      case '\'':
        written += "&#39;";
        break;
      default:
        if (is_character_of_xml(letter)) written += letter;
    }
  }
  return written;
}

}  // namespace tributary
