#include "app/ecosystem/rejected_row.h"

#include <algorithm>

namespace tributary::app {

RejectedRow rejected_row(std::uint64_t line, const Error& error,
                         std::span<const std::string_view> columns) {
  const bool names_column = std::ranges::find(columns, error.context) != columns.end();
  return {line, names_column ? error.context : "", error.message};
}

}  // namespace tributary::app
