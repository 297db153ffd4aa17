// store/whole/whole_replacement.h
//
// Puts other content in the place of all that a database has, in one transaction: whatever happens
// before commit(), nothing of it is seen, and nothing of it stays.
//
//   auto replacement = TRY(WholeReplacement::begin(location, schema_number, Existing::refuse));
//   for (const auto& table : replacement.tables()) {
//     auto rows = TRY(replacement.fill(table));
//     while (…) TRY(rows.add(cells));
//     TRY(rows.finish());
//   }
//   TRY(replacement.commit());
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "sql/transaction.h"
#include "store/whole/cell.h"

namespace tributary::store {

enum class Existing : std::uint8_t {
  refuse,   ///< what is there has to be empty, or as a new installation is
  replace,  ///< is thrown away
};

/// The rows of one table, some of them a statement. REQUIRES: its replacement outlives it.
class TableFilling {
 public:
  TableFilling(sql::Connection& connection, const MadeTable& table)
      : connection_(&connection), table_(&table) {}

  /// Copies what it is given. Errors: `database`, for it or for a row before it.
  Result<> add(Cells cells);
  /// To be called once, behind the last row.
  Result<> finish();

 private:
  struct Kept {
    Cell cell;               // of texts and bytes the size alone, as they move with `bytes_`
    std::size_t offset = 0;  // in `bytes_`
  };
  Result<> insert(std::size_t rows);
  Result<> bind(sql::Statement& statement, int parameter, const Kept& kept, ColumnType type) const;

  sql::Connection* connection_;
  const MadeTable* table_;
  std::size_t rows_ = 0;
  std::vector<Kept> kept_;
  std::string bytes_;
};

/// Thread rule: one thread at a time.
class WholeReplacement {
 public:
  /// Makes the tables of schema `schema_number`, empty. Waits for other writers. Errors: `conflict`
  /// where something is there and shall not be replaced, `unsupported` where that schema, or the
  /// one that is there, is newer than the program's, `database`.
  static Result<WholeReplacement> begin(const sql::Location& location, std::int64_t schema_number,
                                        Existing existing);

  [[nodiscard]] const std::vector<MadeTable>& tables() const { return tables_; }

  /// REQUIRES: `table` is one of tables(), each filled once.
  TableFilling fill(const MadeTable& table) { return {*connection_, table}; }

  /// Brings the tables to the program's schema. Where something was replaced, the version of the
  /// catalogue becomes another than those before, so that no index of what was there is taken for
  /// one of what is. Errors: `database`, also where rows refer to some that are not there.
  Result<> commit();

 private:
  WholeReplacement(std::unique_ptr<sql::Connection> connection, sql::Transaction transaction,
                   std::vector<MadeTable> tables, std::int64_t replaced_version)
      : connection_(std::move(connection)),
        transaction_(std::move(transaction)),
        tables_(std::move(tables)),
        replaced_version_(replaced_version) {}

  std::unique_ptr<sql::Connection> connection_;  // its address is the transaction's
  sql::Transaction transaction_;
  std::vector<MadeTable> tables_;
  std::int64_t replaced_version_;  // of the catalogue; 0 where there was none
};

}  // namespace tributary::store
