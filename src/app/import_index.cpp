#include "app/import_index.h"

#include <algorithm>
#include <utility>

#include "app/project_document.h"

namespace tributary::app {
namespace {

/// An import that touches more than this share of the projects builds the index anew: to extend it
/// would cost about as much, and the merging later as much again.
constexpr std::uint64_t kPercentToExtend = 25;

/// An index that has grown to so many times the documents of its last full build is built anew, so
/// that its mean lengths of texts are those of today.
constexpr std::uint64_t kGrowthToRebuild = 2;

}  // namespace

Result<ImportIndex> ImportIndex::begin(const DataDirectory& data, store::CatalogueStore& store,
                                       std::size_t memory_bytes) {
  return ImportIndex(data, TRY(store.catalogue_version()), TRY(index_is_current(data, store)),
                     memory_bytes);
}

Result<> ImportIndex::add(std::span<const store::PreparedRecord> records,
                          std::vector<search::Document> documents,
                          const store::BatchOutcome& outcome) {
  keep_track(outcome);
  if (is_disturbed_) return {};
  const bool are_made = !documents.empty();
  std::vector<search::Document> wanted;
  for (std::size_t at = 0; at < records.size(); ++at) {
    if (outcome.records[at] == store::RecordOutcome::unchanged) continue;
    const bool is_new = outcome.records[at] == store::RecordOutcome::added;
    if (is_new) {
      wanted.push_back(are_made ? std::move(documents[at])
                                : project_document(records[at].record.project));
    }
    set_standing(outcome.projects[at], is_new ? Standing::held : Standing::stale);
  }
  if (wanted.empty()) return {};
  if (auto started = start_indexing(); !started) {
    if (started.error().code != ErrorCode::conflict) return started;
    is_disturbed_ = true;  // the other may be done when this import is
    return {};
  }
  return indexing_->add(std::move(wanted));
}

/// When the catalogue moved on by more than this batch, someone else may have changed or removed
/// what is indexed already: then all is read from the catalogue at the end.
void ImportIndex::keep_track(const store::BatchOutcome& outcome) {
  if (outcome.added + outcome.changed > 0) ++version_;
  if (outcome.catalogue_version == version_) return;
  is_disturbed_ = true;
  indexing_.reset();
}

Result<> ImportIndex::start_indexing() {
  if (!indexing_) indexing_ = TRY(IndexingThread::start(data_.index(), memory_bytes_));
  return {};
}

Result<std::uint64_t> ImportIndex::finish(store::CatalogueStore& store,
                                          const IndexProgress& progress) {
  const auto version = TRY(store.catalogue_version());
  if (is_disturbed_ || version != version_) {
    indexing_.reset();  // lets go of the index
    return build_index(data_, store, progress, memory_bytes_);
  }
  TRY(start_indexing());
  const auto how = way_to_commit();
  const auto wanted = [&](store::ProjectId project) {
    const auto standing = standing_of(project);
    return how == search::Commit::extend ? standing == Standing::stale : standing != Standing::held;
  };
  TRY(index_projects(store, wanted, *indexing_, progress));
  TRY(indexing_->commit(how, search::LatentTraining::if_needed));
  indexing_.reset();
  TRY(record_index_origin(data_, version));
  const auto merged = search::merge_segments(data_.index());
  if (!merged && merged.error().code != ErrorCode::conflict) {
    return std::unexpected(merged.error());
  }
  return TRY(search::index_state(data_.index())).documents;
}

search::Commit ImportIndex::way_to_commit() const {
  if (!is_whole_known_) return search::Commit::rebuild;
  const auto state = search::index_state(data_.index());
  if (!state) return search::Commit::rebuild;  // damaged or gone: building it anew repairs it
  const auto touched = standing_.size() -
                       static_cast<std::size_t>(std::ranges::count(standing_, Standing::untouched));
  const bool is_small = touched * 100 <= state->documents * kPercentToExtend;
  const bool has_grown = state->documents + touched > state->built_documents * kGrowthToRebuild;
  return is_small && !has_grown ? search::Commit::extend : search::Commit::rebuild;
}

ImportIndex::Standing ImportIndex::standing_of(store::ProjectId project) const {
  const auto place = static_cast<std::size_t>(project.value);
  return place < standing_.size() ? standing_[place] : Standing::untouched;
}

void ImportIndex::set_standing(store::ProjectId project, Standing standing) {
  const auto place = static_cast<std::size_t>(project.value);
  if (place >= standing_.size()) standing_.resize(place + 1);
  standing_[place] = standing;
}

}  // namespace tributary::app
