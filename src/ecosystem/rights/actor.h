// ecosystem/rights/actor.h
#pragma once

#include <string_view>
#include <vector>

#include "ecosystem/innovation/innovation.h"
#include "ecosystem/rights/permission.h"
#include "ecosystem/rights/role.h"

namespace tributary::ecosystem {

/// Who acts, and what they may be where. A visitor is person 0 without grants; whoever is signed in
/// is a member everywhere, which stands among the grants.
struct Actor {
  PersonId person;
  std::vector<Grant> grants;

  [[nodiscard]] bool is_visitor() const { return person.value == 0; }
  /// The roles held where something belongs to all of `scopes`.
  [[nodiscard]] Roles roles(std::span<const Scope> scopes = {}) const {
    return roles_in(grants, scopes);
  }
};

}  // namespace tributary::ecosystem
