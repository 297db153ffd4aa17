#include "app/mail/mail.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

namespace tributary::app {
namespace {

constexpr std::size_t kLongestAddress = 254;  // RFC 5321, 4.5.3.1.3 with its brackets

bool is_plain(char letter) {
  return letter > ' ' && letter < 0x7F &&
         std::string_view("\"(),:;<>[\\]").find(letter) == std::string_view::npos;
}

/// Base64 in lines of at most 76 characters.
std::string base64(std::string_view bytes) {
  constexpr std::size_t kLineBytes = 57;
  std::string text;
  for (std::size_t begin = 0; begin < bytes.size(); begin += kLineBytes) {
    const auto piece = bytes.substr(begin, kLineBytes);
    std::string line(sodium_base64_encoded_len(piece.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(line.data(), line.size(),
                      reinterpret_cast<const unsigned char*>(piece.data()), piece.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    line.pop_back();
    text += line + "\r\n";
  }
  return text;
}

/// RFC 2047, in words of whole characters so that none grows over 75 bytes.
std::string header_text(std::string_view text) {
  constexpr std::size_t kWordBytes = 42;
  const bool is_ascii = std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7F; });
  if (is_ascii) return std::string(text);
  std::string encoded;
  while (!text.empty()) {
    auto length = std::min(kWordBytes, text.size());
    while (length < text.size() && (text[length] & 0xC0) == 0x80) --length;
    auto word = base64(text.substr(0, length));
    word.resize(word.size() - 2);
    encoded += (encoded.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + word + "?=";
    text.remove_prefix(length);
  }
  return encoded;
}

std::string unsubscribe_headers(const std::string& link) {
  if (link.empty()) return {};
  auto headers = fmt::format("List-Unsubscribe:\r\n <{}>\r\n", link);
  if (link.starts_with("https://")) {
    headers += "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
  }
  return headers;
}

}  // namespace

bool is_mail_address(std::string_view text) {
  const auto at = text.find('@');
  return text.size() <= kLongestAddress && at != std::string_view::npos && at > 0 &&
         at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos &&
         std::ranges::all_of(text, is_plain);
}

std::string rfc5322(const Mail& mail, std::string_view from, Timestamp now,
                    std::string_view message_id) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  return fmt::format(
             "From: Tributary <{}>\r\nTo: <{}>\r\nSubject: {}\r\n"
             "Date: {:%a, %d %b %Y %H:%M:%S} +0000\r\nMessage-ID: <{}>\r\n"
             "Auto-Submitted: auto-generated\r\n{}MIME-Version: 1.0\r\n"
             "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
             from, mail.to, header_text(mail.subject),
             fmt::gmtime(static_cast<std::time_t>(seconds)), message_id,
             unsubscribe_headers(mail.unsubscribe_link)) +
         base64(mail.text);
}

}  // namespace tributary::app
