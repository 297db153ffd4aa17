#include "ecosystem/partnership/claim.h"

#include <algorithm>
#include <array>

namespace tributary::ecosystem {
namespace {

/// By name before the last label, whichever country is behind it: "yahoo" of "yahoo.co.uk".
constexpr auto kPublicMailNames = std::to_array<std::string_view>(
    {"abv",     "alice",      "arcor",      "centrum",  "email",    "fastmail", "freenet",
     "interia", "iol",        "me",         "o2",       "onet",     "otenet",   "sfr",
     "telenet", "terra",      "tutanota",   "virgilio", "wanadoo",  "aol",      "free",
     "gmail",   "gmx",        "googlemail", "hotmail",  "icloud",   "laposte",  "libero",
     "live",    "mail",       "mailbox",    "msn",      "orange",   "outlook",  "posteo",
     "proton",  "protonmail", "sapo",       "seznam",   "t-online", "tiscali",  "web",
     "wp",      "yahoo",      "yandex",     "ymail",    "zoho"});

bool is_host_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
         letter == '.';
}

}  // namespace

std::string_view name_of(ClaimMethod method) {
  return method == ClaimMethod::mail ? "mail" : "administrator";
}

std::string_view name_of(ClaimState state) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"link_sent", "waiting", "granted", "refused", "revoked", "withdrawn"});
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view name_of(ClaimAct act) {
  static constexpr auto kNames =
      std::to_array<std::string_view>({"confirm", "grant", "refuse", "revoke", "withdraw"});
  return kNames[static_cast<std::size_t>(act)];
}

std::string_view name_of(ClaimNeed need) {
  return need == ClaimNeed::used_link ? "used_link" : "reasons";
}

std::span<const Move<ClaimState, ClaimAct, ClaimNeed>> ClaimMachine::moves() {
  using enum ClaimNeed;
  using Is = ClaimState;
  using Do = ClaimAct;
  static constexpr Roles kPerson = {Role::member};
  static constexpr Roles kAdministrator = {Role::administrator};
  static constexpr auto kMoves = std::to_array<Move<State, Act, Need>>({
      {Is::link_sent, Do::confirm, Is::granted, kPerson, {used_link}},
      {Is::link_sent, Do::withdraw, Is::withdrawn, kPerson},
      {Is::waiting, Do::grant, Is::granted, kAdministrator, {reasons}},
      {Is::waiting, Do::refuse, Is::refused, kAdministrator, {reasons}},
      {Is::waiting, Do::withdraw, Is::withdrawn, kPerson},
      {Is::granted, Do::revoke, Is::revoked, kAdministrator, {reasons}},
      {Is::granted, Do::withdraw, Is::withdrawn, kPerson},
  });
  return kMoves;
}

std::string host_of(std::string_view web_address) {
  if (const auto scheme = web_address.find("://"); scheme != std::string_view::npos) {
    web_address.remove_prefix(scheme + 3);
  }
  std::string host(web_address.substr(0, web_address.find_first_of("/?#:")));
  std::ranges::transform(host, host.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  if (host.starts_with("www.")) host.erase(0, 4);
  const bool is_name = std::ranges::all_of(host, is_host_letter) &&
                       host.find('.') != std::string::npos && host.front() != '.' &&
                       host.back() != '.' && host.find("..") == std::string::npos;
  return is_name ? host : std::string();
}

std::string_view domain_of(std::string_view mail) {
  const auto at = mail.find('@');
  return at == std::string_view::npos ? std::string_view() : mail.substr(at + 1);
}

bool is_public_mail_domain(std::string_view domain) {
  const auto first = domain.substr(0, domain.find('.'));
  return std::ranges::count(kPublicMailNames, first) > 0;
}

}  // namespace tributary::ecosystem
