// app/store_pool.h
//
// One connection a thread, handed out and taken back: a CatalogueStore belongs to one thread at a
// time.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// Safe from any thread. Outlives what it lends.
class StorePool {
 public:
  explicit StorePool(store::Location database) : database_(std::move(database)) {}

  /// A borrowed store; goes back at the end of its life.
  class Lease {
   public:
    Lease(StorePool& pool, store::CatalogueStore store) : pool_(&pool), store_(std::move(store)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), store_(std::move(other.store_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_ != nullptr) pool_->give_back(std::move(store_));
    }
    store::CatalogueStore* operator->() { return &store_; }
    store::CatalogueStore& operator*() { return store_; }

   private:
    StorePool* pool_;
    store::CatalogueStore store_;
  };

  /// Opens another connection when all are lent. One that the server has closed since is let go:
  /// after its restart the first request is answered like any other.
  Result<Lease> lend() {
    {
      const std::scoped_lock lock(mutex_);
      while (!idle_.empty()) {
        auto store = std::move(idle_.back());
        idle_.pop_back();
        if (store.is_alive()) return Lease(*this, std::move(store));
      }
    }
    return Lease(*this, TRY(store::CatalogueStore::open(database_)));
  }

 private:
  void give_back(store::CatalogueStore store) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(store));
  }

  const store::Location database_;
  std::mutex mutex_;
  std::vector<store::CatalogueStore> idle_;
};

}  // namespace tributary::app
