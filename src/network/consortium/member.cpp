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

std::string identity_of(const Member& member) {
  if (!member.id.empty()) return "#" + member.id;
  auto identity = member.country + " " + member.name;
  for (auto& letter : identity) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return identity;
}

}  // namespace tributary::network
