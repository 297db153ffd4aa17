#include "app/accounts/account_rules.h"

#include <algorithm>

#include "app/accounts/account_texts.h"
#include "app/accounts/secrets.h"
#include "app/mail/mail.h"
#include "ecosystem/partnership/plain_words.h"

namespace tributary::app {
namespace {

constexpr std::size_t kShortestPassword = 10, kLongestPassword = 256, kLongestName = 200;

}  // namespace

Result<std::string> normalised_mail(std::string_view mail) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto begin = std::min(mail.find_first_not_of(kBlanks), mail.size());
  std::string address(mail.substr(begin, mail.find_last_not_of(kBlanks) + 1 - begin));
  if (!is_mail_address(address)) {
    return fail(ErrorCode::invalid_argument, "this is not a mail address: name@example.org",
                "mail");
  }
  for (auto& letter : address) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return address;
}

Result<> check_password(std::string_view password, const std::string& field) {
  if (password.size() >= kShortestPassword && password.size() <= kLongestPassword) return {};
  return fail(ErrorCode::invalid_argument,
              fmt::format("a password has {} to {} bytes; a sentence is a good one",
                          kShortestPassword, kLongestPassword),
              field);
}

Result<> check_person_name(std::string_view name) {
  const bool is_printable = std::ranges::none_of(
      name, [](char letter) { return static_cast<unsigned char>(letter) < ' ' || letter == 0x7F; });
  // It is shown to those who are written to, in mails too: no address, no telephone number, no
  // link.
  if (ecosystem::names_contact(name) || name.find("://") != std::string_view::npos) {
    return fail(ErrorCode::invalid_argument,
                "a name holds no mail address, no telephone number and no link", "name");
  }
  TRY(ecosystem::check_one_line(name, "name", kLongestName));
  if (name.find_first_not_of(' ') != std::string_view::npos && is_printable) return {};
  return fail(ErrorCode::invalid_argument,
              fmt::format("a name has 1 to {} bytes on one line", kLongestName), "name");
}

Result<> check_mail_language(const std::string& language) {
  if (is_mail_language(language)) return {};
  return fail(ErrorCode::invalid_argument, "mails are written in en, de and el", "language");
}

std::string attempt_subject(std::string_view kind, std::string_view of) {
  std::string subject(kind);
  subject += ':';
  for (const char byte : hash_of_secret(of).substr(0, 16)) {
    subject += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  }
  return subject;
}

}  // namespace tributary::app
