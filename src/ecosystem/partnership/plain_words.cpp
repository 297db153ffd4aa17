#include "ecosystem/partnership/plain_words.h"

#include <algorithm>
#include <cstdint>

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

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

/// How long the day is that `text` begins with: 2027-09-01, 1.9.2027 or 01/09/2027. 0: none.
std::size_t length_of_day(std::string_view text) {
  const auto digits_from = [text](std::size_t begin) {
    auto end = begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - begin;
  };
  const auto first = digits_from(0);
  if (first == 0 || first >= text.size()) return 0;
  const char between = text[first];
  const auto second = digits_from(first + 1), behind = first + 1 + second;
  if (behind >= text.size() || text[behind] != between || second == 0 || second > 2) return 0;
  const auto third = digits_from(behind + 1);
  const bool begins_with_year = first == 4 && between == '-' && third >= 1 && third <= 2;
  const bool ends_with_year = first <= 2 && (between == '.' || between == '/') && third == 4;
  return begins_with_year || ends_with_year ? behind + 1 + third : 0;
}

/// Nine digits with nothing but blanks and the signs of telephone numbers between them, which are
/// no days. From one number to another (" - ") they begin anew.
bool has_telephone_number(std::string_view text) {
  constexpr std::size_t kFewestDigits = 9;
  constexpr std::string_view kBetween = " ()/.-+";
  std::size_t digits = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    const bool is_begin = at == 0 || !is_digit(text[at - 1]);
    const auto day_letters = is_begin ? length_of_day(text.substr(at)) : 0;
    if (day_letters > 0) at += day_letters - 1;
    const bool counts = day_letters == 0 && is_digit(letter);
    if (counts) {
      ++digits;
      if (digits == kFewestDigits) return true;
    }
    const bool ends = day_letters > 0 || text.substr(at, 3) == " - " ||
                      (!counts && kBetween.find(letter) == std::string_view::npos);
    if (ends) digits = 0;
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
