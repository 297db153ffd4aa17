// http/json/organisation_json.h
#pragma once

#include <boost/json/value.hpp>
#include <cstddef>

#include "base/date.h"
#include "store/catalogue_store.h"

namespace tributary::http {

/// GET /api/v1/organisations/{id}, the schema Organisation, with the newest `project_limit`
/// projects. REQUIRES: `organisation` holds all its participations, as the coordinations are
/// counted from them.
boost::json::object organisation_json(const store::StoredOrganisation& organisation,
                                      std::size_t project_limit, Date today);

/// What a list of organisations shows of each.
boost::json::object organisation_card_json(const store::StoredOrganisation& organisation);

}  // namespace tributary::http
