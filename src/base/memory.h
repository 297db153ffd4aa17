// base/memory.h
#pragma once

namespace tributary {

/// From now on memory that is freed stays with the process, up to some 32 MB a thread, instead of
/// going back to the system and being asked for again, page by page, by the next search: for
/// programs that answer many. Call it before other threads begin.
void keep_freed_memory();

/// From now on memory that is freed goes back to the system: a block of a megabyte at once, smaller
/// ones where they leave the end of the heap free. For programs that run once, and shall hold
/// little at every moment. Call it before other threads begin.
void return_freed_memory();

}  // namespace tributary
