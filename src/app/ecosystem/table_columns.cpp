#include "app/ecosystem/table_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tributary::app {

Result<std::vector<std::size_t>> places_of_columns(std::span<const std::string_view> names,
                                                   std::span<const std::string> header,
                                                   std::string_view what, const Path& file) {
  std::vector<std::size_t> places;
  for (const auto name : names) {
    const auto found = std::ranges::find(header, name);
    if (found == header.end()) {
      return fail(ErrorCode::unrecognised,
                  fmt::format("there is no column {}; {} has the columns {}", name, what,
                              fmt::join(names, ", ")),
                  file.string());
    }
    places.push_back(static_cast<std::size_t>(found - header.begin()));
  }
  return places;
}

std::unexpected<Error> cell_error(std::string_view column, std::string message) {
  return fail(ErrorCode::invalid_argument, std::move(message), std::string(column));
}

Result<std::string> filled_cell(std::string_view cell, std::string_view column) {
  if (!cell.empty()) return std::string(cell);
  return cell_error(column, "it is empty");
}

Result<std::optional<Date>> day_in_cell(std::string_view cell, std::string_view column) {
  if (cell.empty()) return std::nullopt;
  const auto day = Date::from_iso(cell);
  if (!day) return cell_error(column, "a day is written as 2026-11-29");
  return day;
}

Result<std::optional<std::int64_t>> number_in_cell(std::string_view cell, std::string_view column,
                                                   std::int64_t lowest) {
  if (cell.empty()) return std::nullopt;
  std::int64_t number = 0;
  const auto* const end = cell.data() + cell.size();
  const auto [read_until, error] = std::from_chars(cell.data(), end, number);
  if (error != std::errc() || read_until != end || number < lowest) {
    return cell_error(column, fmt::format("it is a whole number from {} on", lowest));
  }
  return number;
}

}  // namespace tributary::app
