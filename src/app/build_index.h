// app/build_index.h
//
// Derives the search index from the catalogue.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

#include "app/data_directory.h"
#include "app/indexing_thread.h"
#include "base/result.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// Called now and then with the number of projects indexed so far.
using IndexProgress = std::function<void(std::uint64_t projects)>;

/// True when the index was built from the catalogue as it is now, by a program with the same
/// schema.
Result<bool> index_is_current(const DataDirectory& data, store::CatalogueStore& store);

/// Builds a new generation from the whole catalogue and swaps it in. Answers how many projects it
/// holds. Errors: `conflict` while another process builds; `cancelled` after `stop`, which is
/// looked at while projects are read; those of the store and the disk.
Result<std::uint64_t> build_index(const DataDirectory& data, store::CatalogueStore& store,
                                  const IndexProgress& progress,
                                  std::size_t memory_bytes = search::kDefaultBuildMemoryBytes,
                                  const std::stop_token& stop = {});

// The parts of which it consists, for whoever has indexed some projects already.

/// Hands over every project that is `wanted`; answers how many.
Result<std::uint64_t> index_projects(store::CatalogueStore& store,
                                     const std::function<bool(store::ProjectId)>& wanted,
                                     IndexingThread& indexing, const IndexProgress& progress,
                                     const std::stop_token& stop = {});

/// Names the catalogue that the present generation was built from.
Result<> record_index_origin(const DataDirectory& data, std::uint64_t catalogue_version);

}  // namespace tributary::app
