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

}  // namespace tributary::http
