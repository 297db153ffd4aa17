// store/next_number.h
#pragma once

#include <cstdint>
#include <string_view>

#include "sql/connection.h"

namespace tributary::store {

/// One more than what the query finds, as "SELECT COALESCE(MAX(number), 0) FROM …". REQUIRES: an
/// open transaction that writes, so that nobody else takes the same number.
template <class... Values>
Result<std::int64_t> number_behind(sql::Connection& connection, std::string_view query,
                                   const Values&... values) {
  auto last = TRY(connection.statement(query));
  TRY(last.bind(values...));
  TRY(last.step());
  return last.integer(0) + 1;
}

}  // namespace tributary::store
