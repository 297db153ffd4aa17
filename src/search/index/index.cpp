#include "search/index.h"

#include <mutex>
#include <shared_mutex>

#include "search/exec/generation_snapshot.h"
#include "search/index/generation.h"
#include "search/index/manifest.h"

namespace tributary::search {
namespace {

/// How often a folder is looked at again when a writer removes a generation between our reading of
/// the manifest and our opening of its files.
constexpr int kAttempts = 10;

Result<std::unique_ptr<const Generation>> open_newest(const Path& folder) {
  auto manifest = TRY(read_manifest(folder));
  for (int attempt = 1;; ++attempt) {
    auto generation = Generation::open(folder, manifest);
    if (generation || generation.error().code != ErrorCode::not_found) return generation;
    auto newer = TRY(read_manifest(folder));
    if (newer == manifest || attempt == kAttempts) {
      return fail(ErrorCode::corrupt, "a file that the manifest names is missing",
                  generation.error().context);
    }
    manifest = std::move(newer);
  }
}

}  // namespace

struct Index::State {
  Path folder;
  mutable std::shared_mutex mutex;  ///< guards `snapshot`, held only while the pointer is copied
  std::shared_ptr<const Snapshot> snapshot;
};

Result<Index> Index::open(const Path& folder) {
  auto state = std::make_unique<State>();
  state->folder = folder;
  state->snapshot = make_snapshot(TRY(open_newest(folder)));
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
  auto newer = make_snapshot(TRY(open_newest(state_->folder)));
  const std::unique_lock hold(state_->mutex);
  // Two threads may refresh at once: the later generation stays.
  if (newer->generation() <= state_->snapshot->generation()) return false;
  state_->snapshot = std::move(newer);
  return true;
}

}  // namespace tributary::search
