// app/index_follower.h
//
// Keeps the index of a server up with a database that others write as well.
//
//   const app::IndexFollower follower(data, clock);
//
// Every server has an index of its own, derived from the database. Where an import ran elsewhere,
// nobody has built this one anew: that is done here, once the catalogue has come to rest. Portal
// takes the new generation into use.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "app/data_directory.h"
#include "base/clock.h"
#include "base/repeated_task.h"
#include "base/result.h"
#include "store/pool.h"

namespace tributary::app {

/// A thread of its own, whose end waits for what is being written to the index. REQUIRES: `data`
/// and `clock` outlive it.
class IndexFollower {
 public:
  explicit IndexFollower(const DataDirectory& data, const Clock& clock,
                         std::chrono::milliseconds between_looks = std::chrono::seconds(5));

 private:
  Result<> look(const std::stop_token& stop);

  const DataDirectory& data_;
  const Clock& clock_;
  store::CatalogueStorePool stores_;
  std::optional<std::uint64_t> seen_version_;  // of the catalogue, at the last look
  RepeatedTask looks_;                         // last: it uses all of the above
};

}  // namespace tributary::app
