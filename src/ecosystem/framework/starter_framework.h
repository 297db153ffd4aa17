// ecosystem/framework/starter_framework.h
//
// A first draft to be amended: version 0.1.0, written for this project and nobody else's text.
// Member States that begin with it own what they make of it.
#pragma once

#include "ecosystem/framework/framework_version.h"

namespace tributary::ecosystem {

/// Nine elements and ten principles, each described on all levels; check_complete() holds.
FrameworkVersion starter_framework();

}  // namespace tributary::ecosystem
