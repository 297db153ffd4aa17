// store/whole/whole_snapshot.h
//
// Every row of every table as of one moment, whoever writes meanwhile.
//
//   auto snapshot = TRY(WholeSnapshot::begin(location));
//   for (const auto& table : snapshot.tables()) {
//     TRY(snapshot.for_each_row(table, [&](Cells cells) -> Result<> { … }));
//   }
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "base/result.h"
#include "sql/transaction.h"
#include "store/whole/cell.h"

namespace tributary::store {

/// Thread rule: one thread at a time.
class WholeSnapshot {
 public:
  /// The database stays at the schema that it has, be it older than the program's. Errors:
  /// `not_found` where nothing of Tributary is there, `unsupported` where its schema is newer than
  /// the program's, `database`.
  static Result<WholeSnapshot> begin(const sql::Location& location);

  [[nodiscard]] std::int64_t schema_number() const { return schema_number_; }
  [[nodiscard]] const std::vector<MadeTable>& tables() const { return tables_; }

  /// In the order of the primary key, which is the same on both engines. Memory is bounded by a few
  /// hundred rows. A failure of `visit` ends it.
  Result<> for_each_row(const MadeTable& table, const std::function<Result<>(Cells)>& visit);

 private:
  WholeSnapshot(std::unique_ptr<sql::Connection> connection, sql::Snapshot snapshot,
                std::int64_t schema_number, std::vector<MadeTable> tables)
      : connection_(std::move(connection)),
        snapshot_(std::move(snapshot)),
        schema_number_(schema_number),
        tables_(std::move(tables)) {}

  std::unique_ptr<sql::Connection> connection_;  // its address is the snapshot's
  sql::Snapshot snapshot_;
  std::int64_t schema_number_;
  std::vector<MadeTable> tables_;
};

}  // namespace tributary::store
