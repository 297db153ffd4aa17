// store/public_moves.h
//
// What everybody may know has moved: versions of the framework, and innovations where somebody
// decided about them. The newest first, for a feed.
//
// Thread rule: as the connection.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "ecosystem/innovation/stage.h"
#include "sql/connection.h"
#include "store/framework/framework_versions.h"

namespace tributary::store {

struct MovedVersion {
  ecosystem::VersionNumber number;
  ecosystem::VersionState to = ecosystem::VersionState::draft;
};

struct MovedInnovation {
  ecosystem::InnovationId id;
  ecosystem::PipelineAct act = ecosystem::PipelineAct::proceed;
  ecosystem::PipelineState to;
};

struct PublicMove {
  std::variant<MovedVersion, MovedInnovation> what;
  std::int64_t number = 1;  ///< of the moves of its subject; with it the move has a name
  std::string title;        ///< of the version, or of the innovation as it is now
  std::string reasons;
  Timestamp at;
};

/// At most `limit`. What a team does between gates (to park, resume or withdraw) is not among them.
Result<std::vector<PublicMove>> newest_public_moves(sql::Connection& connection,
                                                    std::uint64_t limit);

}  // namespace tributary::store
