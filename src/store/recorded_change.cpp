#include "store/recorded_change.h"

#include "store/audit/audit_trail.h"
#include "store/notices/telling.h"

namespace tributary::store {

Result<RecordedChange> RecordedChange::begin(ConnectionPool& connections, const Clock& clock,
                                             const ecosystem::Actor& actor) {
  auto lease = std::make_unique<ConnectionPool::Lease>(TRY(connections.lend()));
  auto transaction = TRY(sql::Transaction::begin(**lease));
  // The moment is taken behind the wait for other writers, so that moments follow the order.
  return RecordedChange(std::move(lease), std::move(transaction), actor.person, clock.now());
}

Result<> RecordedChange::commit(std::string action, std::string subject, std::string detail) {
  const AuditEntry entry{.at = at_,
                         .person = person_,
                         .action = std::move(action),
                         .subject = std::move(subject),
                         .detail = std::move(detail)};
  const auto number = TRY(store::append_audit_entry(connection(), entry));
  TRY(store::tell_those_concerned(connection(), number, entry));
  return transaction_.commit();
}

Result<Reading> Reading::begin(ConnectionPool& connections) {
  auto lease = std::make_unique<ConnectionPool::Lease>(TRY(connections.lend()));
  auto snapshot = TRY(sql::Snapshot::begin(**lease));
  return Reading(std::move(lease), std::move(snapshot));
}

}  // namespace tributary::store
