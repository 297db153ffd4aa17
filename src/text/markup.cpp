#include "text/markup.h"

#include <algorithm>

namespace tributary::text {
namespace {

constexpr std::size_t kLongestTagBytes = 2'000;
constexpr std::size_t kLongestReferenceBytes = 33;

bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_name_byte(char byte) {
  return is_ascii_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-' || byte == ':';
}

/// The length of the tag or comment that `text` begins with, which is a '<'; 0 for none.
std::size_t tag_length(std::string_view text) {
  text = text.substr(0, kLongestTagBytes);
  if (text.starts_with("<!--")) {
    const auto end = text.find("-->", 4);
    return end == std::string_view::npos ? 0 : end + 3;
  }
  const auto end = text.find_first_of("<>", 1);
  if (end == std::string_view::npos || text[end] == '<') return 0;
  auto inside = text.substr(1, end - 1);
  const bool closes = inside.starts_with('/');
  if (closes) inside.remove_prefix(1);
  if (inside.empty() || !is_ascii_letter(inside.front())) return 0;
  const auto name_end = std::ranges::find_if_not(inside, is_name_byte);
  const std::string_view rest(name_end, inside.end());
  const bool has_attributes = !closes && rest.starts_with(' ') && rest.contains('=');
  const bool is_bare = rest.find_first_not_of(" \t\r\n/") == std::string_view::npos;
  return is_bare || has_attributes ? end + 1 : 0;
}

/// The same for a character reference, which begins with '&'.
std::size_t reference_length(std::string_view text) {
  text = text.substr(0, kLongestReferenceBytes);
  const auto end = text.find(';', 1);
  if (end == std::string_view::npos) return 0;
  auto name = text.substr(1, end - 1);
  if (name.starts_with('#')) name.remove_prefix(1);
  const bool is_name = !name.empty() && std::ranges::all_of(name, [](char byte) {
    return is_ascii_letter(byte) || (byte >= '0' && byte <= '9');
  });
  return is_name ? end + 1 : 0;
}

}  // namespace

std::vector<MarkupSpan> markup_in(std::string_view text) {
  // A loop of comparisons: find_first_of() costs a call for each byte, in every text that is shown.
  const auto next_sign = [&](std::size_t offset) {
    while (offset < text.size() && text[offset] != '<' && text[offset] != '&') ++offset;
    return offset;
  };
  std::vector<MarkupSpan> spans;
  for (std::size_t at = next_sign(0); at < text.size();) {
    const auto from = text.substr(at);
    const std::size_t length = text[at] == '<' ? tag_length(from) : reference_length(from);
    if (length > 0) spans.push_back({at, at + length});
    at = next_sign(at + std::max<std::size_t>(length, 1));
  }
  return spans;
}

}  // namespace tributary::text
