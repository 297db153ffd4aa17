// store/notices/telling.h
//
// Turns an entry of the audit trail into notices, for those whom ecosystem/notices/notice_rules.h
// names. RecordedChange does it with every change: no use case has to think of it, none can forget
// it, and a notice is there exactly where what it tells of is.
//
// Thread rule: as the connection.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "sql/connection.h"
#include "store/audit/audit_entry.h"

namespace tributary::store {

/// People whose account is active, but for who did it. An entry without a rule costs nothing.
/// REQUIRES: the transaction of the change, all of which is written.
Result<> tell_those_concerned(sql::Connection& connection, std::uint64_t number,
                              const AuditEntry& entry);

}  // namespace tributary::store
