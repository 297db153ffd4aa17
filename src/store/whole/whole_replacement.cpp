#include "store/whole/whole_replacement.h"

#include <algorithm>
#include <optional>
#include <ranges>

#include "sql/insert_rows.h"
#include "store/counters.h"
#include "store/schema.h"

namespace tributary::store {
namespace {

bool has_bytes(const Cell& cell) { return std::holds_alternative<std::string_view>(cell); }

/// The name of a table that has more rows than a new installation.
Result<std::optional<std::string>> table_in_use(sql::Connection& connection,
                                                const std::vector<MadeTable>& tables) {
  for (const auto& table : tables) {
    if (!TRY(connection.has_table(table.name))) continue;
    auto row = TRY(connection.statement("SELECT 1 FROM " + table.name + " LIMIT ?"));
    TRY(row.bind(table.initial_rows + 1));
    std::int64_t rows = 0;
    while (TRY(row.step())) ++rows;
    if (rows > table.initial_rows) return table.name;
  }
  return std::nullopt;
}

/// Answers the version of the catalogue that was thrown away; 0 where there was nothing.
Result<std::int64_t> make_room(sql::Connection& connection, Existing existing) {
  const auto number = TRY(sql::schema_number(connection));
  if (number == 0) return 0;
  TRY(in_context(connection.location().shown(), migrations_up_to(number)));
  const auto tables = TRY(sql::tables_made_by(migrations()));
  const auto in_use = TRY(table_in_use(connection, tables));
  if (in_use && existing == Existing::refuse) {
    return fail(ErrorCode::conflict,
                "the database is not empty (" + *in_use +
                    " has rows); --replace throws away all that it has",
                connection.location().shown());
  }
  const auto replaced = in_use ? TRY(Counters::read(connection)).catalogue_version : 0;
  for (const auto& table : tables | std::views::reverse) {
    TRY(connection.execute("DROP TABLE IF EXISTS " + table.name));
  }
  TRY(connection.execute("DROP TABLE schema_migrations"));
  return replaced;
}

}  // namespace

Result<WholeReplacement> WholeReplacement::begin(const sql::Location& location,
                                                 std::int64_t schema_number, Existing existing) {
  const auto steps = TRY(migrations_up_to(schema_number));
  auto tables = TRY(sql::tables_made_by(steps));
  auto connection = std::make_unique<sql::Connection>(TRY(sql::Connection::open(location)));
  auto transaction = TRY(sql::Transaction::begin(*connection, sql::Durability::power_cut));
  const auto replaced_version = TRY(make_room(*connection, existing));
  TRY(sql::migrate_within_transaction(*connection, steps));
  for (const auto& table : tables) {
    if (table.initial_rows > 0) TRY(connection->execute("DELETE FROM " + table.name));
  }
  TRY(transaction.defer_foreign_keys());
  return WholeReplacement(std::move(connection), std::move(transaction), std::move(tables),
                          replaced_version);
}

Result<> WholeReplacement::commit() {
  if (replaced_version_ > 0) {
    auto counters = TRY(Counters::read(*connection_));
    counters.catalogue_version = std::max(counters.catalogue_version, replaced_version_) + 1;
    TRY(counters.write(*connection_));
  }
  TRY(transaction_.check_foreign_keys());
  TRY(sql::migrate_within_transaction(*connection_, migrations()));
  return transaction_.commit();
}

Result<> TableFilling::add(Cells cells) {
  for (const auto& cell : cells) {
    kept_.push_back({.cell = cell, .offset = bytes_.size()});
    if (has_bytes(cell)) bytes_ += std::get<std::string_view>(cell);
  }
  return ++rows_ < sql::kRowsTogether ? Result<>() : insert(rows_);
}

Result<> TableFilling::finish() {
  for (std::size_t left = rows_; left > 0; left = rows_) TRY(insert(1));
  return {};
}

/// The first `rows` of those that are kept.
Result<> TableFilling::insert(std::size_t rows) {
  const auto columns = table_->columns.size();
  auto statement = TRY(connection_->statement(
      sql::insert_statement(table_->name + " (" + table_->column_list() + ")", columns, rows, {})));
  const auto values = rows * columns;
  for (std::size_t value = 0; value < values; ++value) {
    TRY(bind(statement, static_cast<int>(value + 1), kept_[value],
             table_->columns[value % columns].type));
  }
  TRY(statement.run_bound());
  kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(values));
  rows_ -= rows;
  if (rows_ == 0) bytes_.clear();
  return {};
}

Result<> TableFilling::bind(sql::Statement& statement, int parameter, const Kept& kept,
                            ColumnType type) const {
  if (is_null(kept.cell)) return statement.bind_from(parameter, std::nullopt);
  if (const auto* integer = std::get_if<std::int64_t>(&kept.cell)) {
    return statement.bind_from(parameter, *integer);
  }
  if (const auto* real = std::get_if<double>(&kept.cell)) {
    return statement.bind_from(parameter, *real);
  }
  const auto bytes =
      std::string_view(bytes_).substr(kept.offset, std::get<std::string_view>(kept.cell).size());
  if (type == ColumnType::blob) return statement.bind_from(parameter, sql::Blob{bytes});
  return statement.bind_from(parameter, bytes);
}

}  // namespace tributary::store
