#include "ecosystem/application/peer_review.h"

#include <algorithm>

#include "ecosystem/refusals.h"
#include "ecosystem/rights/permission.h"

namespace tributary::ecosystem {

Result<StateCode> reviewing_state(std::span<const Grant> grants, const StateCode& applying) {
  const auto speaks_for_it = std::ranges::any_of(grants, [&](const Grant& grant) {
    return grant.scope == Scope{ScopeKind::member_state, applying.value} &&
           roles_for(Action::edit_application).contains(grant.role);
  });
  if (speaks_for_it) {
    return fail(ErrorCode::not_permitted, "nobody reviews their own state as a peer",
                applying.value, not_independent(Interest::own_state));
  }
  const auto peer = std::ranges::find_if(grants, [](const Grant& grant) {
    return grant.scope.kind == ScopeKind::member_state &&
           roles_for(Action::review_application_as_peer).contains(grant.role);
  });
  if (peer != grants.end()) return StateCode{peer->scope.key};
  return fail(ErrorCode::not_permitted,
              "a peer review is for the national agency officer of another state", applying.value,
              role_needed(roles_for(Action::review_application_as_peer)));
}

}  // namespace tributary::ecosystem
