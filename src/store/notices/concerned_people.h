// store/notices/concerned_people.h
//
// Those whom something concerns, seen from what it was done to. Thread rule: as the connection.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ecosystem/innovation/innovation.h"
#include "ecosystem/notices/notice_rules.h"
#include "sql/connection.h"

namespace tributary::store {

/// What stands before the number in "innovation/7" says of what kind it is.
struct AuditSubject {
  std::string_view kind;
  std::int64_t id = 0;
};

/// Somebody may be named more than once, and need not have an account.
Result<std::vector<ecosystem::PersonId>> people_concerned(sql::Connection& connection,
                                                          ecosystem::Concerned concerned,
                                                          const AuditSubject& subject);

}  // namespace tributary::store
