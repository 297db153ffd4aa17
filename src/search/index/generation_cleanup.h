// search/index/generation_cleanup.h
#pragma once

#include <cstdint>

#include "base/file.h"
#include "base/result.h"

namespace tributary::search {

/// The highest number that any file of `folder` belongs to, named by the manifest or not; 0 in an
/// empty folder. A damaged manifest does not stop it, so that a rebuild repairs a damaged index.
Result<std::uint64_t> newest_generation(const Path& folder);

/// Removes the files of every generation but `kept`, and what a writer that was killed left behind.
/// Readers that have them mapped go on. What cannot be removed is tried again by the next commit.
/// REQUIRES: the caller holds the lock.
void remove_other_generations(const Path& folder, std::uint64_t kept);

/// Removes a file if it is there.
void remove_file(const Path& path);

}  // namespace tributary::search
