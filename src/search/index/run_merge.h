// search/index/run_merge.h
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/index/list_serializer.h"
#include "search/index/section_file.h"

namespace tributary::search {

/// Merges runs (occurrence_buffer.h), whose documents ascend from run to run, into `lists`.
/// `new_numbers[d]` is the number that document d gets, ascending, or kNoDocument where it is left
/// out. Memory: that of `lists`.
Result<> merge_runs(std::span<const Path> runs, std::span<const std::uint32_t> new_numbers,
                    ListSerializer& lists);

}  // namespace tributary::search
