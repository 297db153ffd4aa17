// app/ecosystem/adoption_checks.h
//
// What several use cases of adoption ask before they change anything.
//
// Thread rule: as the connection.
#pragma once

#include "store/adoption/adoptions.h"

namespace tributary::app {

/// Errors: `conflict` where a record says that the provider uses the innovation on the reply's day.
Result<> check_not_in_use(sql::Connection& connection, const store::AdoptionReply& reply);

/// "adoption/7", as the audit trail names it.
std::string adoption_subject(ecosystem::AdoptionId id);

}  // namespace tributary::app
