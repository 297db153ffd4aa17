// bench/corpus/real_table.h
//
// Chosen cells of each row of a table of the real data.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace tributary::bench {

/// One cell a column asked for; valid during the call.
using RowCells = std::vector<std::string_view>;

/// Calls `visit` for each row that can be read, with the cells of `columns`, named as in the
/// header; an empty name gives an empty cell. Errors: `not_found` when the file or a column is not
/// there, `corrupt` when the file cannot be read to its end.
Result<> for_each_row(const Path& file, const std::vector<std::string_view>& columns,
                      const std::function<void(const RowCells&)>& visit);

}  // namespace tributary::bench
