#include "store/whole/whole_snapshot.h"

#include <string>

#include "store/schema.h"

namespace tributary::store {
namespace {

std::string select_all_in_key_order(const MadeTable& table) {
  std::string key;
  for (const auto& column : table.key) key.append(key.empty() ? "" : ", ").append(column);
  return "SELECT " + table.column_list() + " FROM " + table.name + " ORDER BY " + key;
}

Cell cell_at(const sql::Statement& row, int column, ColumnType type) {
  if (row.is_null(column)) return std::monostate();
  switch (type) {
    case ColumnType::integer:
      return row.integer(column);
    case ColumnType::real:
      return row.real(column);
    case ColumnType::text:
      return row.text(column);
    case ColumnType::blob:
      return row.blob(column);
  }
  return std::monostate();
}

}  // namespace

Result<WholeSnapshot> WholeSnapshot::begin(const sql::Location& location) {
  auto connection = std::make_unique<sql::Connection>(TRY(sql::Connection::open(location)));
  auto snapshot = TRY(sql::Snapshot::begin(*connection));
  const auto number = TRY(sql::schema_number(*connection));
  if (number == 0) {
    return fail(ErrorCode::not_found, "there is no database of Tributary here", location.shown());
  }
  auto tables = TRY(in_context(location.shown(), tables_of_schema(number)));
  return WholeSnapshot(std::move(connection), std::move(snapshot), number, std::move(tables));
}

Result<> WholeSnapshot::for_each_row(const MadeTable& table,
                                     const std::function<Result<>(Cells)>& visit) {
  auto row = TRY(connection_->statement(select_all_in_key_order(table), sql::Rows::many));
  std::vector<Cell> cells(table.columns.size());
  while (TRY(row.step())) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      cells[column] = cell_at(row, static_cast<int>(column), table.columns[column].type);
    }
    TRY(visit(cells));
  }
  return {};
}

}  // namespace tributary::store
