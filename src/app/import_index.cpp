#include "app/import_index.h"

#include <algorithm>
#include <utility>

namespace tributary::app {
namespace {

/// As the store would give it back, but for the resolved organisations, which are not indexed.
store::StoredProject as_stored(store::ProjectId id, catalogue::SourceProject project) {
  store::StoredProject stored;
  stored.id = id;
  stored.slug = store::project_slug(project);
  if (project.participations) {
    stored.participations.reserve(project.participations->size());
    for (auto& participation : *project.participations) {
      stored.participations.push_back({{}, {}, std::move(participation)});
    }
    project.participations.reset();
    store::sort_for_display(stored.participations);
  }
  stored.merged = std::move(project);
  return stored;
}

std::vector<store::StoredProject> new_projects(std::vector<store::PreparedRecord>& records,
                                               const store::BatchOutcome& outcome) {
  std::vector<store::StoredProject> projects;
  for (std::size_t at = 0; at < records.size(); ++at) {
    if (outcome.records[at] != store::RecordOutcome::added) continue;
    projects.push_back(as_stored(outcome.projects[at], std::move(records[at].record.project)));
  }
  return projects;
}

}  // namespace

Result<> ImportIndex::add(std::vector<store::PreparedRecord> records,
                          const store::BatchOutcome& outcome) {
  keep_track(outcome);
  if (is_disturbed_) return {};
  bool is_any_new = false;
  for (std::size_t at = 0; at < records.size(); ++at) {
    const bool is_new = outcome.records[at] == store::RecordOutcome::added;
    if (outcome.records[at] != store::RecordOutcome::unchanged) {
      set_held(outcome.projects[at], is_new);
    }
    is_any_new = is_any_new || is_new;
  }
  if (!is_any_new) return {};
  if (!indexing_) {
    auto started = IndexingThread::start(data_.index());
    if (!started && started.error().code == ErrorCode::conflict) {
      is_disturbed_ = true;  // the other may be done when this import is
      return {};
    }
    indexing_ = TRY(std::move(started));
  }
  return indexing_->add(
      [records = std::move(records), outcome]() mutable { return new_projects(records, outcome); });
}

/// When the catalogue moved on by more than this batch, someone else may have changed or removed
/// what is indexed already: then all is read from the catalogue at the end.
void ImportIndex::keep_track(const store::BatchOutcome& outcome) {
  if (outcome.added + outcome.changed > 0) ++version_;
  if (outcome.catalogue_version == version_) return;
  is_disturbed_ = true;
  indexing_.reset();
}

Result<std::uint64_t> ImportIndex::finish(store::CatalogueStore& store,
                                          const IndexProgress& progress) {
  const auto version = TRY(store.catalogue_version());
  if (is_disturbed_ || version != version_) {
    indexing_.reset();  // lets go of the index
    return build_index(data_, store, progress);
  }
  if (!indexing_) indexing_ = TRY(IndexingThread::start(data_.index()));
  const auto wanted = [this](store::ProjectId project) { return !holds(project); };
  const auto indexed = static_cast<std::uint64_t>(std::ranges::count(held_, true)) +
                       TRY(index_projects(store, wanted, *indexing_, progress));
  TRY(indexing_->commit(search::LatentTraining::if_needed));
  TRY(record_index_origin(data_, version));
  return indexed;
}

bool ImportIndex::holds(store::ProjectId project) const {
  const auto place = static_cast<std::size_t>(project.value);
  return place < held_.size() && held_[place];
}

void ImportIndex::set_held(store::ProjectId project, bool held) {
  const auto place = static_cast<std::size_t>(project.value);
  if (place >= held_.size()) held_.resize(place + 1);
  held_[place] = held;
}

}  // namespace tributary::app
