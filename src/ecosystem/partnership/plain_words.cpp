#include "ecosystem/partnership/plain_words.h"

#include <algorithm>
#include <cstdint>

#include "ecosystem/partnership/telephone.h"

namespace tributary::ecosystem {
namespace {

enum class Lines : std::uint8_t { one, many };

bool is_control(char letter, Lines lines) {
  if (lines == Lines::many && (letter == '\n' || letter == '\t')) return false;
  return static_cast<unsigned char>(letter) < ' ' || letter == 0x7F;
}

/// U+2028, U+2029, U+0085 and the marks that turn the direction of a text, U+202A … U+202E and
/// U+2066 … U+2069: they break lines, or show a text as another one.
bool has_hidden_mark(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text.substr(at, 2) == "\xC2\x85") return true;
    const auto three = text.substr(at, 3);
    if (three.size() < 3 || three[0] != '\xE2') continue;
    if (three[1] == '\x80' && three[2] >= '\xA8' && three[2] <= '\xAE') return true;
    if (three[1] == '\x81' && three[2] >= '\xA6' && three[2] <= '\xA9') return true;
  }
  return false;
}

Result<> check_text(std::string_view text, const std::string& field, std::size_t most_bytes,
                    Lines lines) {
  if (text.size() > most_bytes) {
    return fail(ErrorCode::too_long,
                "It has " + std::to_string(text.size()) + " bytes; " + std::to_string(most_bytes) +
                    " is the most.",
                field);
  }
  if (std::ranges::any_of(text, [&](char letter) { return is_control(letter, lines); }) ||
      has_hidden_mark(text)) {
    return fail(ErrorCode::invalid_argument,
                lines == Lines::one
                    ? "This is one line, without line ends and other control characters."
                    : "This is plain text, without control characters.",
                field);
  }
  return {};
}

bool is_of_address(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
}

bool has_mail_address(std::string_view text) {
  for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const bool has_name = at > 0 && is_of_address(text[at - 1]);
    if (has_name && at + 1 < text.size() && is_of_address(text[at + 1])) return true;
  }
  return false;
}

}  // namespace

Result<> check_one_line(std::string_view text, const std::string& field, std::size_t most_bytes) {
  return check_text(text, field, most_bytes, Lines::one);
}

Result<> check_plain_text(std::string_view text, const std::string& field, std::size_t most_bytes) {
  return check_text(text, field, most_bytes, Lines::many);
}

bool names_contact(std::string_view text) {
  return has_mail_address(text) || has_telephone_number(text);
}

}  // namespace tributary::ecosystem
