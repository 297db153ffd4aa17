// sql/insert_rows.h
//
// Many rows into one table with few statements.
//
//   TRY(insert_rows(connection, "points (x, y)", points,
//                   [](const Point& point) { return std::tuple(point.x, point.y); }));
#pragma once

#include <ranges>
#include <span>
#include <string_view>
#include <tuple>

#include "sql/connection.h"

namespace tributary::sql {

/// So many rows go into one statement.
inline constexpr std::size_t kRowsTogether = 32;

/// "INSERT INTO <table> VALUES (?, …), … <on conflict>" for `rows` rows of `columns` values each.
std::string insert_statement(std::string_view table, std::size_t columns, std::size_t rows,
                             std::string_view on_conflict);

/// Inserts `rows` in their order. `table` is a name with its columns in parentheses;
/// `values_of(row)` is a tuple of what is bound, in their order, whose texts and bytes are views of
/// what outlives the call; `on_conflict` is the clause of that name, where a row may be there
/// already. REQUIRES: an open transaction, as a failure leaves the rows before it.
/// Errors: `database`.
template <std::ranges::random_access_range Rows, class ValuesOf>
Result<> insert_rows(Connection& connection, std::string_view table, const Rows& rows,
                     ValuesOf&& values_of, std::string_view on_conflict = {}) {
  using Values = std::invoke_result_t<ValuesOf, std::ranges::range_reference_t<const Rows>>;
  constexpr std::size_t kColumns = std::tuple_size_v<Values>;
  const auto insert = [&](Statement& statement, std::size_t first, std::size_t count) -> Result<> {
    statement.reset();
    for (std::size_t row = 0; row < count; ++row) {
      TRY(std::apply(
          [&](const auto&... values) {
            return statement.bind_from(static_cast<int>(1 + row * kColumns), values...);
          },
          values_of(rows[first + row])));
    }
    return statement.run_bound();
  };
  std::size_t done = 0;
  if (rows.size() >= kRowsTogether) {
    auto many =
        TRY(connection.statement(insert_statement(table, kColumns, kRowsTogether, on_conflict)));
    for (; done + kRowsTogether <= rows.size(); done += kRowsTogether) {
      TRY(insert(many, done, kRowsTogether));
    }
  }
  if (done == rows.size()) return {};
  auto one = TRY(connection.statement(insert_statement(table, kColumns, 1, on_conflict)));
  for (; done < rows.size(); ++done) TRY(insert(one, done, 1));
  return {};
}

}  // namespace tributary::sql
