// app/ecosystem/table_columns.h
//
// The columns of a table that people hand in, found by their names in any order, and its cells.
//
//   const auto places = TRY(places_of_columns(kNames, header, "a table of adoption", file));
//   const auto day = TRY(day_in_cell(row.cells[places[3]], "adopted"));
//
// A cell that is not as it has to be is an `invalid_argument` whose context is its column.
//
// Pure functions; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/file.h"
#include "base/result.h"

namespace tributary::app {

/// Where each name stands in the header. Errors: `unrecognised` naming the one that is missing and
/// all that `what` has.
Result<std::vector<std::size_t>> places_of_columns(std::span<const std::string_view> names,
                                                   std::span<const std::string> header,
                                                   std::string_view what, const Path& file);

std::unexpected<Error> cell_error(std::string_view column, std::string message);

Result<std::string> filled_cell(std::string_view cell, std::string_view column);

/// Nothing where it is empty.
Result<std::optional<Date>> day_in_cell(std::string_view cell, std::string_view column);

/// A whole number from `lowest` on; nothing where it is empty.
Result<std::optional<std::int64_t>> number_in_cell(std::string_view cell, std::string_view column,
                                                   std::int64_t lowest);

}  // namespace tributary::app
