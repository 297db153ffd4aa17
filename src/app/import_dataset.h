// app/import_dataset.h
//
// Takes official files into the catalogue and brings the index up to date.
//
// Some batches of records are the unit of loss: what is committed survives a kill, and the next run
// continues behind it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/data_directory.h"
#include "app/organisations/resolve_organisations.h"
#include "base/clock.h"
#include "base/result.h"
#include "catalogue/import_stream.h"
#include "search/index.h"
#include "store/catalogue_store.h"

namespace tributary::app {

enum class ImportPhase : std::uint8_t { reading, indexing, resolving };

struct ImportStep {
  ImportPhase phase = ImportPhase::reading;
  std::string label;             ///< the set of files
  std::uint64_t bytes_read = 0;  ///< of it
  std::uint64_t bytes_total = 0;
  std::uint64_t projects = 0;
};

using ImportListener = std::function<void(const ImportStep&)>;

struct ImportRequest {
  std::vector<Path> paths;
  std::string source;     ///< empty: recognised from the content
  bool rehearse = false;  ///< says what an import would do, and stores nothing
  bool resolve = false;   ///< compares new organisations with all at the end
  std::size_t index_memory_bytes = search::kDefaultBuildMemoryBytes;  ///< as for IndexWriter
};

/// What became of the paths. The counts are of projects, but for `rejected`, which is of rows.
struct ImportReport {
  std::vector<store::ImportRun> runs;
  std::vector<catalogue::FileTally> refused;  ///< files that are no project data
  std::uint64_t read = 0, added = 0, changed = 0, unchanged = 0, rejected = 0;
  std::uint64_t indexed = 0;  ///< projects in the index afterwards; 0 when rehearsed
  ResolveReport resolved;     ///< zeros where nothing was compared
};

/// Errors: `not_found` for a path; `unrecognised` when nothing among the paths is project data;
/// `conflict` while another process imports the same source.
Result<ImportReport> import_dataset(const DataDirectory& data, const ImportRequest& request,
                                    const Clock& clock, const ImportListener& listener);

}  // namespace tributary::app
