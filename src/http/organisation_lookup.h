// http/organisation_lookup.h
#pragma once

#include <string>

#include "app/portal.h"
#include "http/response.h"

namespace tributary::http {

/// The organisation with all its participations. The problem is a 404 that names `id`.
Outcome<store::StoredOrganisation> find_organisation(app::Portal& portal, const std::string& id);

}  // namespace tributary::http
