// store/pool.h
//
// What belongs to one thread at a time and is dear to open, handed out and taken back:
//
//   ConnectionPool connections(location);
//   auto lease = TRY(connections.lend());
//   auto statement = TRY(lease->statement("…"));
#pragma once

#include <mutex>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/catalogue_store.h"
#include "store/open_database.h"

namespace tributary::store {

/// `open` makes a Resource from a Location; Resource::is_alive() tells whether it can be used.
/// Safe from any thread. Outlives what it lends.
template <class Resource, auto open>
class Pool {
 public:
  explicit Pool(sql::Location database) : database_(std::move(database)) {}

  /// Borrowed; goes back at the end of its life.
  class Lease {
   public:
    Lease(Pool& pool, Resource resource) : pool_(&pool), resource_(std::move(resource)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), resource_(std::move(other.resource_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_ != nullptr) pool_->give_back(std::move(resource_));
    }
    Resource* operator->() { return &resource_; }
    Resource& operator*() { return resource_; }

   private:
    Pool* pool_;
    Resource resource_;
  };

  /// Opens another one when all are lent. One whose connection the server has closed since is let
  /// go: after its restart the first request is answered like any other. Errors: those of `open`.
  Result<Lease> lend() {
    {
      const std::scoped_lock lock(mutex_);
      while (!idle_.empty()) {
        auto resource = std::move(idle_.back());
        idle_.pop_back();
        if (resource.is_alive()) return Lease(*this, std::move(resource));
      }
    }
    return Lease(*this, TRY(open(database_)));
  }

 private:
  void give_back(Resource resource) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(resource));
  }

  const sql::Location database_;
  std::mutex mutex_;
  std::vector<Resource> idle_;
};

using ConnectionPool = Pool<sql::Connection, &open_database>;
using CatalogueStorePool = Pool<CatalogueStore, &CatalogueStore::open>;

}  // namespace tributary::store
