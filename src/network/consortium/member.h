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
#include <span>
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

/// Whether something is so; `maybe` where what is known does not tell.
enum class Answer : std::uint8_t { no, maybe, yes };

/// Whether two entries are the same organisation: by the ids where both have one, else by the names
/// (ASCII letters in either case) and the countries; maybe where a country is unknown.
Answer same_organisation(const Member& one, const Member& other);

/// Whether the organisation is, or may be, among the members.
bool stands_in(std::span<const Member> members, const Member& organisation);

/// Entries of the same identity are the same organisation, or may be. The reverse does not hold:
/// one with an id has another identity than one without.
std::string identity_of(const Member& member);

}  // namespace tributary::network
