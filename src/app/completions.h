// app/completions.h
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "app/portal.h"
#include "search/index.h"

namespace tributary::app {

/// As Portal::completions().
std::vector<Completion> completions_of(const search::Snapshot& snapshot, std::string_view typed,
                                       std::size_t limit);

}  // namespace tributary::app
