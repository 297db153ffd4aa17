// ecosystem/panel/starter_rubric.h
#pragma once

#include "ecosystem/panel/rubric.h"

namespace tributary::ecosystem {

/// Ours, to be amended, over the default rules of the first gate and of the assessment gate: what
/// reviewers ask, and what each point means. REQUIRES: `stage` is identified or assessment.
Rubric starter_rubric(Stage stage);

}  // namespace tributary::ecosystem
