// ecosystem/rights/role.h
//
// What a person may be in the ecosystem, and where: a role is held in an organisation, a Member
// State, a hub or a panel, or everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ecosystem/enum_set.h"

namespace tributary::ecosystem {

enum class Role : std::uint8_t {
  visitor,                      ///< searches, reads, exports
  member,                       ///< saves, comments, supports, proposes amendments
  organisation_representative,  ///< claims and edits the profile, answers relayed messages
  innovator,
  pilot_lead,
  evaluator,  ///< independent; locks data, signs
  reviewer,
  panel_chair,
  framework_steward,            ///< prepares versions, has no vote
  member_state_representative,  ///< positions, applications, mainstreaming of the own state only
  national_agency_officer,
  hub_manager,
  data_curator,   ///< merges records, reversibly
  auditor,        ///< reads everything, changes nothing
  administrator,  ///< accounts and settings; neither content nor decisions
};

inline constexpr std::size_t kRoles = 15;
using Roles = EnumSet<Role>;

/// As in the interface, the API and the store: "member_state_representative".
std::string_view name_of(Role role);
std::optional<Role> role_from_name(std::string_view name);

enum class ScopeKind : std::uint8_t { everywhere, organisation, member_state, hub, panel };

std::string_view name_of(ScopeKind kind);

/// Where a role is held; `key` is the organisation's id, the state's code, the hub's or panel's
/// key, and empty for everywhere.
struct Scope {
  ScopeKind kind = ScopeKind::everywhere;
  std::string key = {};
  bool operator==(const Scope&) const = default;
};

/// In what kind of scope a role is held. A role that is bound to a Member State is never held
/// everywhere: nobody speaks for all of them.
ScopeKind scope_of(Role role);

struct Grant {
  Role role = Role::visitor;
  Scope scope;
  bool operator==(const Grant&) const = default;
};

/// Whether the grants give `role` in `scope`.
bool holds(std::span<const Grant> grants, Role role, const Scope& scope);

/// The roles that the grants give where something belongs to all of `scopes`, e.g. to an
/// organisation and to the state where that is. Everyone is a visitor.
Roles roles_in(std::span<const Grant> grants, std::span<const Scope> scopes);

}  // namespace tributary::ecosystem
