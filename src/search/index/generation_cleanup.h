// search/index/generation_cleanup.h
#pragma once

#include <cstdint>

#include "base/file.h"
#include "base/result.h"
#include "search/index/manifest.h"

namespace tributary::search {

/// The highest number that any file of `folder` belongs to, named by the manifest or not; 0 in an
/// empty folder. A damaged manifest does not stop it, so that a rebuild repairs a damaged index.
Result<std::uint64_t> newest_generation(const Path& folder);

/// Removes every file of the index that `kept` does not name, and what a writer that was killed
/// left behind. Readers that have them mapped go on. What cannot be removed is tried again by the
/// next commit. REQUIRES: the caller holds the lock.
void remove_other_files(const Path& folder, const Manifest& kept);

/// Removes a file if it is there.
void remove_file(const Path& path);

}  // namespace tributary::search
