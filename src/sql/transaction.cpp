#include "sql/transaction.h"

#include "base/log.h"

namespace tributary::sql {
namespace {

void roll_back(Connection& connection) {
  auto statement = connection.statement("ROLLBACK");
  if (!statement) return log::error(statement.error().text());
  // Fails where the engine has rolled back already, as it does when the disk is full.
  if (auto rolled_back = statement->run(); !rolled_back) log::debug(rolled_back.error().text());
}

}  // namespace

Result<Transaction> Transaction::begin(Connection& connection, Durability durability) {
  TRY(connection.set_durability(durability));
  TRY(TRY(connection.statement("BEGIN IMMEDIATE")).run());
  return Transaction(&connection);
}

Transaction::~Transaction() {
  if (connection_ != nullptr) roll_back(*connection_);
}

Result<> Transaction::commit() {
  TRY(TRY(connection_->statement("COMMIT")).run());
  connection_ = nullptr;
  return {};
}

Result<Snapshot> Snapshot::begin(Connection& connection) {
  TRY(TRY(connection.statement("BEGIN")).run());
  return Snapshot(&connection);
}

Snapshot::~Snapshot() {
  if (connection_ != nullptr) roll_back(*connection_);
}

}  // namespace tributary::sql
