// ecosystem/application/peer_review.h
//
// Who may assess an application from outside: an officer of another state's national agency, who
// speaks for nobody in the state whose application it is.
#pragma once

#include <span>

#include "base/result.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/rights/role.h"

namespace tributary::ecosystem {

/// The state for which the holder of these grants reviews an application of `applying`: the first
/// other one that they are an officer of. Errors: `not_permitted`.
Result<StateCode> reviewing_state(std::span<const Grant> grants, const StateCode& applying);

}  // namespace tributary::ecosystem
