// app/ecosystem/adoption_checks.h
//
// What several use cases of adoption, and of what providers answer, ask before they change
// anything.
//
// Thread rule: as the connection.
#pragma once

#include <vector>

#include "ecosystem/rights/role.h"
#include "store/adoption/adoptions.h"
#include "store/adoption/vet_providers.h"

namespace tributary::app {

/// Errors: `conflict` where a record says that the provider uses the innovation on the reply's day.
Result<> check_not_in_use(sql::Connection& connection, const store::AdoptionReply& reply);

/// Where a provider belongs: to its state, and to its organisation where that is known.
std::vector<ecosystem::Scope> scopes_of_provider(
    const ecosystem::StateCode& member_state,
    const std::optional<store::OrganisationId>& organisation);

/// "adoption/7", as the audit trail names it.
std::string adoption_subject(ecosystem::AdoptionId id);

}  // namespace tributary::app
