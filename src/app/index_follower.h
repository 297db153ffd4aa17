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
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>

#include "app/data_directory.h"
#include "base/clock.h"
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
  void run(const std::stop_token& stop);
  Result<> look(const std::stop_token& stop);

  const DataDirectory& data_;
  const Clock& clock_;
  const std::chrono::milliseconds between_looks_;
  store::CatalogueStorePool stores_;
  std::optional<std::uint64_t> seen_version_;  // of the catalogue, at the last look
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  // last: it uses all of the above
};

}  // namespace tributary::app
