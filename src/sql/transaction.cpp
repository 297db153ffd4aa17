#include "sql/transaction.h"

#include "base/log.h"
#include "sql/engine.h"

namespace tributary::sql {
namespace {

void roll_back(Engine& engine) {
  // Fails where the engine has rolled back already, as it does when the disk is full or the
  // connection is lost.
  if (auto rolled_back = engine.roll_back(); !rolled_back) log::debug(rolled_back.error().text());
}

}  // namespace

Result<Transaction> Transaction::begin(Connection& connection, Durability durability) {
  TRY(connection.engine().begin_to_write(durability));
  return Transaction(&connection);
}

Transaction::~Transaction() {
  if (connection_ != nullptr) roll_back(connection_->engine());
}

Result<> Transaction::defer_foreign_keys() {
  are_foreign_keys_deferred_ = true;
  return connection_->engine().defer_foreign_keys();
}

Result<> Transaction::check_foreign_keys() {
  if (!std::exchange(are_foreign_keys_deferred_, false)) return {};
  return connection_->engine().check_foreign_keys();
}

Result<> Transaction::commit() {
  TRY(check_foreign_keys());
  TRY(connection_->engine().commit());
  connection_ = nullptr;
  return {};
}

Result<Snapshot> Snapshot::begin(Connection& connection) {
  TRY(connection.engine().begin_to_read());
  return Snapshot(&connection);
}

Snapshot::~Snapshot() {
  if (connection_ != nullptr) roll_back(connection_->engine());
}

}  // namespace tributary::sql
