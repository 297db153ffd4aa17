// store/counters.h
#pragma once

#include <cstdint>

#include "base/result.h"
#include "sql/connection.h"

namespace tributary::store {

/// The numbers that only grow, as they stand within one transaction: read at its beginning, written
/// before its commit.
struct Counters {
  std::int64_t catalogue_version = 0;
  std::int64_t record = 0, organisation = 0, run = 0, origin = 0;  ///< the last id given

  static Result<Counters> read(sql::Connection& connection);
  Result<> write(sql::Connection& connection) const;
};

}  // namespace tributary::store
