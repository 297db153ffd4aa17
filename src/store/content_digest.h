// store/content_digest.h
#pragma once

#include <string>

#include "base/result.h"
#include "sql/connection.h"

namespace tributary::store {

/// See CatalogueStore::content_digest.
Result<std::string> content_digest(sql::Connection& connection);

}  // namespace tributary::store
