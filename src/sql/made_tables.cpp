#include "sql/made_tables.h"

#include <algorithm>
#include <optional>

namespace tributary::sql {
namespace {

std::optional<ColumnType> column_type(std::string_view declared) {
  if (declared == "INTEGER") return ColumnType::integer;
  if (declared == "REAL") return ColumnType::real;
  if (declared == "TEXT") return ColumnType::text;
  if (declared == "BLOB") return ColumnType::blob;
  return std::nullopt;
}

Result<> read_columns(Connection& connection, MadeTable& table) {
  std::vector<std::pair<std::int64_t, std::string>> key;
  auto columns = TRY(connection.statement(
      "SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid"));
  TRY(columns.bind(std::string_view(table.name)));
  while (TRY(columns.step())) {
    const std::string name(columns.text(0));
    const auto type = column_type(columns.text(1));
    if (!type) {
      return fail(ErrorCode::database, "no type that both engines have", table.name + "." + name);
    }
    const auto place_in_key = columns.integer(3);
    if (place_in_key > 0) key.emplace_back(place_in_key, name);
    const bool may_be_null = columns.integer(2) == 0 && place_in_key == 0;
    table.columns.push_back({.name = name, .type = *type, .may_be_null = may_be_null});
  }
  std::ranges::sort(key);
  for (auto& [place, name] : key) table.key.push_back(std::move(name));
  if (key.empty()) return fail(ErrorCode::database, "no primary key", table.name);
  return {};
}

Result<> count_rows(Connection& connection, MadeTable& table) {
  auto count = TRY(connection.statement("SELECT COUNT(*) FROM " + table.name));
  TRY(count.step());
  table.initial_rows = count.integer(0);
  return {};
}

}  // namespace

std::string MadeTable::column_list() const {
  std::string list;
  for (const auto& column : columns) list.append(list.empty() ? "" : ", ").append(column.name);
  return list;
}

Result<std::vector<MadeTable>> tables_made_by(std::span<const Migration> migrations) {
  auto connection = TRY(Connection::open(Path(":memory:")));
  TRY(migrate(connection, migrations));
  std::vector<MadeTable> tables;
  {
    auto names = TRY(connection.statement(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'schema_migrations' "
        "ORDER BY rowid"));
    while (TRY(names.step())) tables.push_back({.name = std::string(names.text(0))});
  }
  for (auto& table : tables) {
    TRY(read_columns(connection, table));
    TRY(count_rows(connection, table));
  }
  return tables;
}

}  // namespace tributary::sql
