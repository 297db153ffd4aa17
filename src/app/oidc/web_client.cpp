#include "app/oidc/web_client.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/this_machine.h"

namespace tributary::app {
namespace {

bool is_letter_or_digit(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9');
}

}  // namespace

std::string form_encoded(std::string_view text) {
  constexpr std::string_view kPlainMarks = "-._~";
  std::string encoded;
  for (const char letter : text) {
    if (is_letter_or_digit(letter) || kPlainMarks.contains(letter)) {
      encoded += letter;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
  }
  return encoded;
}

std::string form_encoded(const FormFields& fields) {
  std::string form;
  for (const auto& [name, value] : fields) {
    if (!form.empty()) form += '&';
    form += form_encoded(name) + '=' + form_encoded(value);
  }
  return form;
}

std::string for_log(std::string_view text) {
  constexpr std::size_t kMostLogged = 100;
  std::string plain(text.substr(0, kMostLogged));
  for (auto& letter : plain) {
    if (letter < ' ' || letter >= 0x7F) letter = '?';
  }
  return plain;
}

bool is_safe_address(std::string_view address) {
  constexpr std::string_view kSecure = "https://", kPlain = "http://";
  const bool is_visible =
      std::ranges::all_of(address, [](char letter) { return letter > ' ' && letter < 0x7F; });
  if (!is_visible || address.find_first_of("#\\\"<>") != std::string_view::npos) return false;
  const bool is_secure = address.starts_with(kSecure);
  if (!is_secure && !address.starts_with(kPlain)) return false;
  auto host = address.substr(is_secure ? kSecure.size() : kPlain.size());
  host = host.substr(0, host.find_first_of("/?"));
  if (host.contains('@')) return false;
  if (is_secure) return !host.empty() && !host.starts_with(':');
  return is_this_machine(host);
}

}  // namespace tributary::app
