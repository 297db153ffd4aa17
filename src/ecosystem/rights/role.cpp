#include "ecosystem/rights/role.h"

#include <algorithm>

namespace tributary::ecosystem {
namespace {

struct RoleFacts {
  std::string_view name;
  ScopeKind scope;
};

/// By role.
constexpr std::array<RoleFacts, kRoles> kFacts{{
    {"visitor", ScopeKind::everywhere},
    {"member", ScopeKind::everywhere},
    {"organisation_representative", ScopeKind::organisation},
    {"innovator", ScopeKind::organisation},
    {"pilot_lead", ScopeKind::organisation},
    {"evaluator", ScopeKind::organisation},
    {"reviewer", ScopeKind::panel},
    {"panel_chair", ScopeKind::panel},
    {"framework_steward", ScopeKind::everywhere},
    {"member_state_representative", ScopeKind::member_state},
    {"national_agency_officer", ScopeKind::member_state},
    {"hub_manager", ScopeKind::hub},
    {"data_curator", ScopeKind::everywhere},
    {"auditor", ScopeKind::everywhere},
    {"administrator", ScopeKind::everywhere},
}};

const RoleFacts& facts_of(Role role) { return kFacts[static_cast<std::size_t>(role)]; }

}  // namespace

std::string_view name_of(Role role) { return facts_of(role).name; }

std::string_view name_of(ScopeKind kind) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"everywhere", "organisation", "member_state", "hub", "panel"});
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<Role> role_from_name(std::string_view name) {
  const auto found = std::ranges::find(kFacts, name, &RoleFacts::name);
  if (found == kFacts.end()) return std::nullopt;
  return static_cast<Role>(found - kFacts.begin());
}

ScopeKind scope_of(Role role) { return facts_of(role).scope; }

bool holds(std::span<const Grant> grants, Role role, const Scope& scope) {
  if (role == Role::visitor) return true;
  return std::ranges::any_of(grants, [&](const Grant& grant) {
    if (grant.role != role || grant.scope.kind != scope_of(role)) return false;
    return grant.scope.kind == ScopeKind::everywhere || grant.scope == scope;
  });
}

Roles roles_in(std::span<const Grant> grants, std::span<const Scope> scopes) {
  Roles roles{Role::visitor};
  for (const auto& grant : grants) {
    const bool fits =
        holds(grants, grant.role, Scope{}) || std::ranges::any_of(scopes, [&](const Scope& scope) {
          return holds(grants, grant.role, scope);
        });
    if (fits) roles.add(grant.role);
  }
  return roles;
}

}  // namespace tributary::ecosystem
