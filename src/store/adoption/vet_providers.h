// store/adoption/vet_providers.h
//
// The providers of vocational education and training that adoption is counted among: each belongs
// to a Member State, and is an organisation of the catalogue where that is known.
//
// Thread rule: as the connection. Functions that write REQUIRE an open transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ecosystem/framework/agreement.h"
#include "ecosystem/mainstreaming/adoption.h"
#include "sql/connection.h"
#include "store/catalogue_store.h"
#include "store/revision.h"

namespace tributary::store {

struct VetProvider {
  ecosystem::ProviderId id;
  std::string name;
  ecosystem::StateCode member_state;
  std::optional<OrganisationId> organisation;
  std::optional<std::int64_t> learners;  ///< nothing where nobody said
  Revision revision{1};
  Timestamp added;
  ecosystem::PersonId added_by;
};

/// Its id and revision are chosen here. Errors: `conflict` where the state has one of this name.
Result<ecosystem::ProviderId> insert_provider(sql::Connection& connection,
                                              const VetProvider& provider);

/// Errors: `not_found`.
Result<VetProvider> vet_provider(sql::Connection& connection, ecosystem::ProviderId id);
Result<std::optional<VetProvider>> find_provider(sql::Connection& connection,
                                                 const ecosystem::StateCode& member_state,
                                                 const std::string& name);

/// Writes organisation and learners, one revision further. REQUIRES: it was read in this
/// transaction.
Result<> update_provider(sql::Connection& connection, const VetProvider& provider);

/// By state and name; of all states where none is named.
Result<std::vector<VetProvider>> vet_providers(sql::Connection& connection,
                                               const ecosystem::StateCode& member_state);

/// "31-a-school", as addresses name it; nothing where the catalogue has no such organisation.
Result<std::optional<std::string>> slug_of_organisation(sql::Connection& connection,
                                                        OrganisationId id);

}  // namespace tributary::store
