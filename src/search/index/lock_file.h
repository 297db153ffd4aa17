// search/index/lock_file.h
#pragma once

#include <utility>

#include "base/file.h"
#include "base/result.h"

namespace tributary::search {

/// Holds the right to write in a folder, by flock(2) on its file `lock`; the system lets go of it
/// when the process ends, however it ends.
class LockFile {
 public:
  /// Errors: `conflict` while another writer, here or in another process, holds it; `io`.
  static Result<LockFile> acquire(const Path& folder);

  LockFile(LockFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  LockFile& operator=(LockFile&&) = delete;
  ~LockFile();

 private:
  explicit LockFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace tributary::search
