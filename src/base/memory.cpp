#include "base/memory.h"

#include <malloc.h>

namespace tributary {

void keep_freed_memory() {
  constexpr int kKeptBytes = 32 << 20;
  mallopt(M_TRIM_THRESHOLD, kKeptBytes);
  mallopt(M_MMAP_THRESHOLD, kKeptBytes);
}

void return_freed_memory() {
  constexpr int kBlockBytes = 1 << 20;  // set, it no longer grows with the blocks that are freed
  mallopt(M_MMAP_THRESHOLD, kBlockBytes);
  mallopt(M_TRIM_THRESHOLD, 4 * kBlockBytes);
}

}  // namespace tributary
