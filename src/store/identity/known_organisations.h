// store/identity/known_organisations.h
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sql/connection.h"
#include "store/organisation_table.h"

namespace tributary::store {

/// Visits every organisation by id, also those that are part of another, with the other names that
/// sources used. One at a time is in memory.
Result<> for_each_known_organisation(
    sql::Connection& connection,
    const std::function<Result<>(const OrganisationRow&, const std::vector<std::string>&)>& visit);

}  // namespace tributary::store
