// app/ecosystem/pilot_moderators.h: see pilot_synthesis.h.
#pragma once

#include <vector>

#include "app/ecosystem/pilot_synthesis.h"

namespace tributary::app {

/// Of every moderator, in their order: what was found, or why nothing was.
std::vector<ModeratorFinding> moderators_of(const std::vector<PooledPilot>& pilots);

}  // namespace tributary::app
