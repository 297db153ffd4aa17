// app/similar_projects.h
//
// Projects like a given one: its texts go to the engine as they are indexed, what comes back is
// fetched from the catalogue.
#pragma once

#include "app/portal.h"
#include "base/date.h"
#include "base/result.h"
#include "search/index.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// Errors: as Portal::similar().
Result<SimilarResponse> similar_projects(const store::StoredProject& project, std::uint32_t limit,
                                         const search::Snapshot& snapshot,
                                         store::CatalogueStore& store, Date today);

}  // namespace tributary::app
