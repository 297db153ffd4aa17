// store/recorded_change.h
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "base/clock.h"
#include "ecosystem/rights/actor.h"
#include "sql/transaction.h"
#include "store/pool.h"

namespace tributary::store {

/// One transaction that changes something and ends with its entry in the audit trail and with the
/// notices to those whom it concerns:
///
///   auto change = TRY(RecordedChange::begin(connections, clock, actor));
///   TRY(insert_position(change.connection(), …));
///   return change.commit("position.take", "framework_version/3", R"({"state":"PT"})");
///
/// Without commit() nothing of it stays.
class RecordedChange {
 public:
  static Result<RecordedChange> begin(ConnectionPool& connections, const Clock& clock,
                                      const ecosystem::Actor& actor);

  sql::Connection& connection() { return **lease_; }
  [[nodiscard]] Timestamp at() const { return at_; }

  /// `detail` is a JSON object. Errors: `database`.
  Result<> commit(std::string action, std::string subject, std::string detail);

 private:
  RecordedChange(std::unique_ptr<ConnectionPool::Lease> lease, sql::Transaction transaction,
                 ecosystem::PersonId person, Timestamp at)
      : lease_(std::move(lease)), transaction_(std::move(transaction)), person_(person), at_(at) {}

  std::unique_ptr<ConnectionPool::Lease> lease_;  // its address is the transaction's
  sql::Transaction transaction_;
  ecosystem::PersonId person_;
  Timestamp at_;
};

/// Several readings of one moment, whoever writes meanwhile.
class Reading {
 public:
  static Result<Reading> begin(ConnectionPool& connections);

  sql::Connection& connection() { return **lease_; }

 private:
  Reading(std::unique_ptr<ConnectionPool::Lease> lease, sql::Snapshot snapshot)
      : lease_(std::move(lease)), snapshot_(std::move(snapshot)) {}

  std::unique_ptr<ConnectionPool::Lease> lease_;  // its address is the snapshot's
  sql::Snapshot snapshot_;
};

}  // namespace tributary::store
