#include "base/memory.h"

#ifdef TRIBUTARY_JEMALLOC
#include <jemalloc/jemalloc.h>

#include <sys/types.h>
#include <string>

/// jemalloc reads this by its name before the program begins.
///
/// thp, metadata_thp: memory is asked for in pages of 2 MB, where the system has them on request. A
/// program that walks through some hundred megabytes of words, lists and rows else waits for the
/// tables of pages (docs/decisions/0039-an-import-in-fewer-bytes.md).
/// narenas: one heap instead of four a core, since half-filled pages of that size add up; what a
/// thread takes and frees again seldom gets beyond its own cache.
// NOLINTNEXTLINE(readability-identifier-naming): the name is jemalloc's
const char* malloc_conf = "thp:always,metadata_thp:auto,narenas:1";

namespace tributary {
namespace {

/// A name is unknown only where the allocator is not the one that was linked: then its own
/// settings stay.
template <class Value>
void set(const char* name, Value value) {
  mallctl(name, nullptr, nullptr, &value, sizeof value);
}

const std::string kAllArenas = "arena." + std::to_string(MALLCTL_ARENAS_ALL);

}  // namespace

void keep_freed_memory() { set("background_thread", true); }

void return_freed_memory() {
  constexpr ssize_t kDecayMilliseconds = 1000;
  set("arenas.dirty_decay_ms", kDecayMilliseconds);
  set((kAllArenas + ".dirty_decay_ms").c_str(), kDecayMilliseconds);
}

void release_freed_memory() {
  mallctl((kAllArenas + ".purge").c_str(), nullptr, nullptr, nullptr, 0);
}

}  // namespace tributary

#else

namespace tributary {

void keep_freed_memory() {}
void return_freed_memory() {}
void release_freed_memory() {}

}  // namespace tributary

#endif
