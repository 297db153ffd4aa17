// store/newest_statements.h
//
// The newest statement of each organisation, as its year and its hash: the table
// `organisation_statements`, with what was asked and said of it in memory, so that a statement made
// once more, in a later year, costs no look into a table.
//
// What is noted reaches the table with write(), once for all that a transaction holds, in the order
// of the table: a page that is written twice in one transaction costs the log a third time.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"

namespace tributary::store {

/// Memory: 12 bytes for each organisation up to the last one known. Thread rule: as its connection.
class NewestStatements {
 public:
  struct Newest {
    std::uint64_t hash = 0;  ///< PreparedRecord
    std::int32_t year = 0;   ///< 0 where no statement had one
  };

  explicit NewestStatements(sql::Connection& connection) : connection_(connection) {}

  /// Where it is in memory.
  [[nodiscard]] std::optional<Newest> remembered(std::int64_t organisation) const;
  /// Nothing where the organisation has none yet. Errors: `database`.
  Result<std::optional<Newest>> find(std::int64_t organisation);
  void note(std::int64_t organisation, Newest newest);

  /// Before the transaction is committed. Errors: `database`.
  Result<> write();

  /// After a rollback, and when another connection has written.
  void forget();

 private:
  void remember(std::int64_t organisation, Newest newest);

  static constexpr std::int32_t kUnknown = std::numeric_limits<std::int32_t>::min();

  sql::Connection& connection_;
  std::vector<std::uint64_t> hashes_;  ///< by id of the organisation
  std::vector<std::int32_t> years_;    ///< likewise
  std::vector<std::int64_t> unwritten_;
};

}  // namespace tributary::store
