// app/demonstration/ecosystem/innovation_story.h: the innovations, by how far they came. Titles,
// figures and findings are invented.
#pragma once

#include "app/demonstration/ecosystem/innovation_tale.h"

namespace tributary::app::demonstration {

/// In use, before an authority, or before their last gate.
void tell_far_innovations(Scene& scene);

/// Between the proposal and the assessment, one of them resting.
void tell_young_innovations(Scene& scene);

/// Stopped, rejected, merged or withdrawn.
void tell_ended_innovations(Scene& scene);

}  // namespace tributary::app::demonstration
