// store/one_number.h
//
// Queries that find one number: a count, or the highest number that was given.
//
//   TRY(one_number(connection, "SELECT COUNT(*) FROM offers WHERE author = ?", author.value))
#pragma once

#include <cstdint>
#include <string_view>

#include "sql/connection.h"

namespace tributary::store {

/// The first column of the first row. REQUIRES: there is one, as with COUNT and COALESCE.
template <class... Values>
Result<std::int64_t> one_number(sql::Connection& connection, std::string_view query,
                                const Values&... values) {
  auto row = TRY(connection.statement(query));
  TRY(row.bind(values...));
  TRY(row.step());
  return row.integer(0);
}

/// One more than what the query finds, as "SELECT COALESCE(MAX(number), 0) FROM …". REQUIRES: an
/// open transaction that writes, so that nobody else takes the same number.
template <class... Values>
Result<std::int64_t> number_behind(sql::Connection& connection, std::string_view query,
                                   const Values&... values) {
  return TRY(one_number(connection, query, values...)) + 1;
}

}  // namespace tributary::store
