// store/aims/catalogue_network.h
//
// The whole catalogue as a network needs it: who there is, and who took part in what.
//
// Thread rule: as the connection.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "catalogue/project.h"
#include "sql/connection.h"
#include "store/catalogue_store.h"

namespace tributary::store {

/// Grows with every change of the catalogue, and with every decision on who is who in it.
Result<std::uint64_t> catalogue_version_now(sql::Connection& connection);

struct NetworkOrganisation {
  OrganisationId id;
  std::string slug, name;
  catalogue::OrganisationType type = catalogue::OrganisationType::unknown;
  std::string type_label;  ///< as its source stated it
  std::string country;
};

/// All, by id.
Result<std::vector<NetworkOrganisation>> network_organisations(sql::Connection& connection);

/// Visits every project by id, one at a time, with those that take part in it in published order.
Result<> for_each_network_project(
    sql::Connection& connection,
    const std::function<Result<>(ProjectId, const catalogue::SourceProject&,
                                 const std::vector<std::int64_t>& organisations)>& visit);

}  // namespace tributary::store
