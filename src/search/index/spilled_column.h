// search/index/spilled_column.h
//
// From the values of a column as documents brought them (column_spill.h) to the column of a new
// segment (columns/).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "search/index/column_spill.h"
#include "search/index/section_file.h"
#include "search/schema.h"

namespace tributary::search {

/// The documents added, in three ways. Views.
struct KeptDocuments {
  const std::vector<bool>& replaced;     ///< by number as they were added
  std::span<const std::uint32_t> kept;   ///< those numbers that were not replaced, by new number
  std::span<const std::uint32_t> by_id;  ///< new numbers in the order of ids
};

/// Writes column `number`. Errors: `io`, `corrupt` when the spill was changed.
Result<> write_spilled_column(SectionFileWriter& file, std::uint32_t number, ColumnKind kind,
                              ColumnSpill& values, const KeptDocuments& documents);

}  // namespace tributary::search
