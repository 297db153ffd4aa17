// store/revision.h
//
// How several people change the same thing without losing anything: it has a revision, and who
// changes it names the one that they saw.
#pragma once

#include <string>
#include <utility>

#include "base/result.h"
#include "base/strong_id.h"

namespace tributary::store {

/// From 1 on, one more with every change.
using Revision = StrongId<struct RevisionTag>;

/// Errors: `conflict` where the thing, which `what` names, is no longer as it was seen.
inline Result<> check_revision(Revision present, Revision seen, std::string what) {
  if (present == seen) return {};
  return fail(
      ErrorCode::conflict,
      "somebody changed it since it was read; read it again and repeat what is still wanted",
      std::move(what), Refusal{.code = "stale"});
}

}  // namespace tributary::store
