// tests/search/versioned_index.h
//
// An index whose content at each moment follows from one number, its version: so any answer tells
// whether it is of one version, and of which.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/file.h"
#include "search/index.h"

namespace tributary::search_cases {

/// Writes version `version`, the one before being in `folder`: some versions extend the index, some
/// remove documents, some build it anew; after some, segments are merged. Errors: the index's.
Result<> write_version(const Path& folder, int version);

/// One search over everything, with facets.
Result<search::Answer> look(const search::Snapshot& snapshot);

/// The version that an answer of look() is of; nothing where it is of none, or of two.
std::optional<int> version_of(const search::Answer& answer);

}  // namespace tributary::search_cases
