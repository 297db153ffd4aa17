// app/build_index.h
//
// Derives the search index from the catalogue.
#pragma once

#include <cstdint>
#include <functional>

#include "app/data_directory.h"
#include "base/result.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// Called now and then with the number of projects indexed so far.
using IndexProgress = std::function<void(std::uint64_t projects)>;

/// True when the index was built from the catalogue as it is now, by a program with the same
/// schema.
Result<bool> index_is_current(const DataDirectory& data, store::CatalogueStore& store);

/// Builds a new generation from the whole catalogue and swaps it in. Answers how many projects it
/// holds. Errors: `conflict` while another process builds; those of the store and the disk.
Result<std::uint64_t> build_index(const DataDirectory& data, store::CatalogueStore& store,
                                  const IndexProgress& progress);

}  // namespace tributary::app
