// store/source_removal.h
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "sql/connection.h"

namespace tributary::store {

/// Removes every project of `source` with all that hangs on it, and the organisations that no other
/// project names; their ids are not given again. Returns how many projects. REQUIRES: an open
/// transaction.
Result<std::uint64_t> remove_projects_of(sql::Connection& connection, std::string_view source);

}  // namespace tributary::store
