#include "search/index/lock_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tributary::search {

Result<LockFile> LockFile::acquire(const Path& folder) {
  const Path path = folder / "lock";
  LockFile lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (lock.descriptor_ < 0) return fail(ErrorCode::io, std::strerror(errno), path.string());
  if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return fail(ErrorCode::io, std::strerror(errno), path.string());
    return fail(ErrorCode::conflict, "another process is writing this index", folder.string());
  }
  return lock;
}

LockFile::~LockFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace tributary::search
