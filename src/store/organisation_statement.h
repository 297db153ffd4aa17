// store/organisation_statement.h
//
// What records state of organisations, and how statements of one organisation become one.
#pragma once

#include <cstdint>

#include "catalogue/project.h"

namespace tributary::store {

/// When a project's organisations were described so: the year of the update, else of the start;
/// 0 where neither is known.
std::int32_t statement_year(const catalogue::SourceProject& project);

/// Overlays `stated` on `known`: what it states replaces, or fills gaps only. Returns whether
/// `known` changed.
bool overlay_statement(catalogue::NamedOrganisation& known,
                       const catalogue::NamedOrganisation& stated, bool replace);

}  // namespace tributary::store
