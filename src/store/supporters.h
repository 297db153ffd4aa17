// store/supporters.h
//
// Who supports an innovation or an amendment, and since when.
//
// Thread rule: as the connection.
#pragma once

#include <cstdint>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "sql/connection.h"
#include "store/framework/amendments.h"

namespace tributary::store {

struct Supporter {
  ecosystem::PersonId person;
  Timestamp at;
};

struct SupporterPage {
  std::uint64_t total = 0;  ///< of all pages
  std::vector<Supporter> supporters;
};

/// In the order in which they came, `limit` of them behind the first `offset`.
Result<SupporterPage> supporters_of(sql::Connection& connection, ecosystem::InnovationId id,
                                    std::uint64_t offset, std::uint64_t limit);
Result<SupporterPage> supporters_of(sql::Connection& connection, AmendmentId id,
                                    std::uint64_t offset, std::uint64_t limit);

}  // namespace tributary::store
