// base/memory.h
//
// What the allocator (jemalloc; docs/decisions/0017-allocator.md) does with memory that is freed.
// Under a sanitizer, which brings an allocator of its own, these do nothing.
#pragma once

namespace tributary {

/// From now on memory that is freed stays with the process for some ten seconds, instead of being
/// asked for again, page by page, by the next search; a thread of the allocator gives back what
/// nobody wanted. For programs that answer many.
void keep_freed_memory();

/// From now on memory that is freed goes back to the system within a second or two. For programs
/// that run once, and shall hold little at every moment.
void return_freed_memory();

/// Gives back at once what all threads have freed: between two steps that each take much.
void release_freed_memory();

}  // namespace tributary
