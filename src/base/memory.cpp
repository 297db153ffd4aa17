#include "base/memory.h"

#include <malloc.h>

namespace tributary {

void keep_freed_memory() {
  constexpr int kKeptBytes = 32 << 20;
  mallopt(M_TRIM_THRESHOLD, kKeptBytes);
  mallopt(M_MMAP_THRESHOLD, kKeptBytes);
}

}  // namespace tributary
