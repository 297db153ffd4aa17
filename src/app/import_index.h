// app/import_index.h
//
// The next generation of the index, built while an import goes on: what a batch adds is indexed
// beside the storing of the next ones, and read from the catalogue are at the end only the projects
// that are not yet indexed as they are (docs/decisions/0008-index-beside-import.md). An import that
// changes a small part of a catalogue extends the index by that part; any other builds it anew
// (docs/decisions/0012-segments.md).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
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
  /// Before the import's first batch. `memory_bytes` as for IndexWriter. Errors: those of the
  /// store.
  static Result<ImportIndex> begin(const DataDirectory& data, store::CatalogueStore& store,
                                   std::size_t memory_bytes = search::kDefaultBuildMemoryBytes);

  /// A batch that the store has taken. `documents`: those of the records, or none: then they are
  /// made here of those records that need one. Errors: those of the index.
  Result<> add(std::span<const store::PreparedRecord> records,
               std::vector<search::Document> documents, const store::BatchOutcome& outcome);

  /// No batch follows for some time: what is held in memory is written, beside whatever comes.
  /// Errors: those of the index.
  Result<> write_out() { return indexing_ ? indexing_->write_out() : Result<>{}; }

  /// Projects were removed that the import did not bring.
  void note_removal() {
    ++version_;
    is_whole_known_ = false;
  }

  /// Swaps in the generation of the catalogue as it is now; answers how many projects it holds.
  /// Errors: `conflict` while another process writes the index; those of the store and the disk.
  Result<std::uint64_t> finish(store::CatalogueStore& store, const IndexProgress& progress);

 private:
  /// What of a project the next generation has so far.
  enum class Standing : std::uint8_t {
    untouched,  ///< the import did not change it
    stale,      ///< it is to be read from the catalogue
    held,       ///< it is indexed as it is in the catalogue
  };

  ImportIndex(const DataDirectory& data, std::uint64_t version, bool is_current,
              std::size_t memory_bytes)
      : data_(data), memory_bytes_(memory_bytes), version_(version), is_whole_known_(is_current) {}

  void keep_track(const store::BatchOutcome& outcome);
  Result<> start_indexing();
  [[nodiscard]] search::Commit way_to_commit() const;
  [[nodiscard]] Standing standing_of(store::ProjectId project) const;
  void set_standing(store::ProjectId project, Standing standing);

  const DataDirectory& data_;
  std::size_t memory_bytes_;
  std::uint64_t version_;           ///< of the catalogue, were this import the only writer
  bool is_disturbed_ = false;       ///< it is not, or the index is being written by another
  bool is_whole_known_;             ///< the index has all but what this import brings
  std::vector<Standing> standing_;  ///< by project id
  std::unique_ptr<IndexingThread> indexing_;
};

}  // namespace tributary::app
