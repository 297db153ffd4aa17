#include "network/consortium/member.h"

#include <algorithm>

namespace tributary::network {

std::string_view name_of(Role role) {
  switch (role) {
    case Role::coordinator:
      return "coordinator";
    case Role::partner:
      return "partner";
    case Role::associated_partner:
      return "associated_partner";
  }
  return "";
}

std::optional<Role> role_from(std::string_view name) {
  const auto* found = std::ranges::find(kRoles, name, [](Role role) { return name_of(role); });
  return found == kRoles.end() ? std::nullopt : std::optional(*found);
}

namespace {

char in_small(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

Answer same_organisation(const Member& one, const Member& other) {
  if (!one.id.empty() && !other.id.empty()) return one.id == other.id ? Answer::yes : Answer::no;
  if (!std::ranges::equal(one.name, other.name, {}, in_small, in_small)) return Answer::no;
  if (one.country.empty() || other.country.empty()) return Answer::maybe;
  return one.country == other.country ? Answer::yes : Answer::no;
}

bool stands_in(std::span<const Member> members, const Member& organisation) {
  return std::ranges::any_of(members, [&](const Member& member) {
    return same_organisation(member, organisation) != Answer::no;
  });
}

std::string identity_of(const Member& member) {
  if (!member.id.empty()) return "#" + member.id;
  auto identity = member.country + " " + member.name;
  for (auto& letter : identity) letter = in_small(letter);
  return identity;
}

}  // namespace tributary::network
