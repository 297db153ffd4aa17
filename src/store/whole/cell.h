// store/whole/cell.h
//
// Rows of any table, for what copies all of them alike.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "sql/made_tables.h"

namespace tributary::store {

using sql::ColumnType;
using sql::MadeColumn;
using sql::MadeTable;

/// NULL, or a value of its column's type; texts and bytes are views.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// One for each column, in the table's order. Valid until the next row.
using Cells = std::span<const Cell>;

inline bool is_null(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

}  // namespace tributary::store
