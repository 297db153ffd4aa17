// app/import_index.h
//
// The next generation of the index, built while an import goes on: what a batch adds is indexed
// beside the storing of the next ones, and read from the catalogue are at the end only the projects
// that the import did not bring or changed later (docs/decisions/0008-index-beside-import.md).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/build_index.h"
#include "app/data_directory.h"
#include "app/indexing_thread.h"
#include "base/result.h"
#include "store/catalogue_store.h"

namespace tributary::app {

/// Not thread-safe. Without finish(), nothing has happened to the index.
class ImportIndex {
 public:
  /// `version` of the catalogue before the import.
  ImportIndex(const DataDirectory& data, std::uint64_t version) : data_(data), version_(version) {}

  /// A batch that the store has taken. Errors: those of the index.
  Result<> add(std::vector<store::PreparedRecord> records, const store::BatchOutcome& outcome);

  /// Projects were removed that the import did not bring.
  void note_removal() { ++version_; }

  /// Swaps in the generation of the catalogue as it is now; answers how many projects it holds.
  /// Errors: `conflict` while another process writes the index; those of the store and the disk.
  Result<std::uint64_t> finish(store::CatalogueStore& store, const IndexProgress& progress);

 private:
  void keep_track(const store::BatchOutcome& outcome);
  [[nodiscard]] bool holds(store::ProjectId project) const;
  void set_held(store::ProjectId project, bool held);

  const DataDirectory& data_;
  std::uint64_t version_;      ///< of the catalogue, were this import the only writer
  bool is_disturbed_ = false;  ///< it is not, or the index is being written by another
  std::vector<bool> held_;     ///< by project id: indexed as it is in the catalogue
  std::unique_ptr<IndexingThread> indexing_;
};

}  // namespace tributary::app
