// app/ecosystem/rejected_row.h: a row of a table that is not taken, and why.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary::app {

struct RejectedRow {
  std::uint64_t line = 0;
  std::string column;  ///< empty: the row as a whole
  std::string reason;
};

/// The row with this line is not taken for `error`, whose context is a column of the table or
/// nothing that the person would know.
RejectedRow rejected_row(std::uint64_t line, const Error& error,
                         std::span<const std::string_view> columns);

}  // namespace tributary::app
