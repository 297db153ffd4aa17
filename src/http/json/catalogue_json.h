// http/json/catalogue_json.h
#pragma once

#include <boost/json/value.hpp>
#include <vector>

#include "store/catalogue_store.h"

namespace tributary::http {

/// GET /api/v1/coverage, the schema Coverage.
boost::json::object coverage_json(const std::vector<store::CoverageRow>& rows, Date as_of);

/// GET /api/v1/imports, the schema Imports.
boost::json::object imports_json(const std::vector<store::ImportRun>& runs);

/// GET /api/v1/imports/{run}/rejects, the schema Rejects. Raw rows that are not UTF-8 have U+FFFD
/// where they are not.
boost::json::object rejects_json(const std::vector<catalogue::Reject>& rejects);

}  // namespace tributary::http
