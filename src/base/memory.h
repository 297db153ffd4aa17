// base/memory.h
#pragma once

namespace tributary {

/// From now on memory that is freed stays with the process, up to some 32 MB a thread, instead of
/// going back to the system and being asked for again, page by page, by the next search: for
/// programs that answer many. Call it before other threads begin.
void keep_freed_memory();

}  // namespace tributary
