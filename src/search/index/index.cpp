#include "search/index.h"

#include <mutex>
#include <shared_mutex>

#include "search/exec/index_snapshot.h"
#include "search/index/manifest.h"
#include "search/index/segmented_index.h"

namespace tributary::search {
namespace {

/// How often a folder is looked at again when a writer removes a generation between our reading of
/// the manifest and our opening of its files.
constexpr int kAttempts = 10;

Result<std::shared_ptr<const SegmentedIndex>> open_newest(const Path& folder,
                                                          const SegmentedIndex* before) {
  auto manifest = TRY(read_manifest(folder));
  for (int attempt = 1;; ++attempt) {
    auto index = SegmentedIndex::open(folder, manifest, before);
    if (index || index.error().code != ErrorCode::not_found) return index;
    auto newer = TRY(read_manifest(folder));
    if (newer == manifest || attempt == kAttempts) {
      return fail(ErrorCode::corrupt, "a file that the manifest names is missing",
                  index.error().context);
    }
    manifest = std::move(newer);
  }
}

}  // namespace

struct Index::State {
  Path folder;
  mutable std::shared_mutex mutex;  ///< guards the two, held only while pointers are copied
  std::shared_ptr<const SegmentedIndex> opened;
  std::shared_ptr<const Snapshot> snapshot;
};

Result<Index> Index::open(const Path& folder) {
  auto state = std::make_unique<State>();
  state->folder = folder;
  state->opened = TRY(open_newest(folder, nullptr));
  state->snapshot = make_snapshot(state->opened);
  return Index(std::move(state));
}

Index::Index(std::unique_ptr<State> state) : state_(std::move(state)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

std::shared_ptr<const Snapshot> Index::snapshot() const {
  const std::shared_lock hold(state_->mutex);
  return state_->snapshot;
}

Result<bool> Index::refresh() {
  const auto manifest = TRY(read_manifest(state_->folder));
  if (manifest.generation == snapshot()->generation()) return false;
  const auto before = [this] {
    const std::shared_lock hold(state_->mutex);
    return state_->opened;
  }();
  auto opened = TRY(open_newest(state_->folder, before.get()));
  auto newer = make_snapshot(opened);
  const std::unique_lock hold(state_->mutex);
  // Two threads may refresh at once: the later generation stays.
  if (newer->generation() <= state_->snapshot->generation()) return false;
  state_->opened = std::move(opened);
  state_->snapshot = std::move(newer);
  return true;
}

}  // namespace tributary::search
