// network/consortium/member.h
//
// An organisation as a consortium has it: what rules of calls ask about, each of which may be
// unknown. Unknown is never taken for a yes or a no.
//
//   const Member school{.name = "Escola Profissional", .country = "PT",
//                       .type = "vocational_school", .role = Role::partner};
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"

namespace tributary::network {

enum class Role : std::uint8_t { coordinator, partner, associated_partner };
inline constexpr std::array kRoles{Role::coordinator, Role::partner, Role::associated_partner};

/// "coordinator", …: as files and the API write it.
std::string_view name_of(Role role);
std::optional<Role> role_from(std::string_view name);

struct Member {
  std::string id;       ///< the caller's name of the organisation; empty: it has none
  std::string name;     ///< as people call it
  std::string country;  ///< ISO 3166-1 alpha-2; empty: unknown
  std::string type;     ///< as the catalogue writes types; empty: unknown
  std::optional<Role> role;
  std::optional<Money> budget;
  std::optional<bool> newcomer;  ///< to the programme
  bool operator==(const Member&) const = default;
};

/// What makes two entries the same organisation: the id, or without one the name (ASCII letters in
/// either case) with the country.
std::string identity_of(const Member& member);

}  // namespace tributary::network
