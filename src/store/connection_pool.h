// store/connection_pool.h
//
// One connection a thread, handed out and taken back.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"
#include "store/open_database.h"

namespace tributary::store {

/// Safe from any thread. Outlives what it lends.
class ConnectionPool {
 public:
  explicit ConnectionPool(sql::Location database) : database_(std::move(database)) {}

  /// A borrowed connection; goes back at the end of its life.
  class Lease {
   public:
    Lease(ConnectionPool& pool, sql::Connection connection)
        : pool_(&pool), connection_(std::move(connection)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_ != nullptr) pool_->give_back(std::move(connection_));
    }
    sql::Connection& operator*() { return connection_; }

   private:
    ConnectionPool* pool_;
    sql::Connection connection_;
  };

  /// Opens another connection when all are lent. One that the server has closed since is let go.
  Result<Lease> lend() {
    {
      const std::scoped_lock lock(mutex_);
      while (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        if (connection.is_alive()) return Lease(*this, std::move(connection));
      }
    }
    return Lease(*this, TRY(open_database(database_)));
  }

 private:
  void give_back(sql::Connection connection) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(connection));
  }

  const sql::Location database_;
  std::mutex mutex_;
  std::vector<sql::Connection> idle_;
};

}  // namespace tributary::store
