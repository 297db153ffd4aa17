#include "sql/insert_rows.h"

namespace tributary::sql {

std::string insert_statement(std::string_view table, std::size_t columns, std::size_t rows,
                             std::string_view on_conflict) {
  std::string row = "(?";
  for (std::size_t column = 1; column < columns; ++column) row += ", ?";
  row += ')';
  std::string statement = "INSERT INTO " + std::string(table) + " VALUES " + row;
  for (std::size_t more = 1; more < rows; ++more) statement += ", " + row;
  return statement.append(" ").append(on_conflict);
}

}  // namespace tributary::sql
