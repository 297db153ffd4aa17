#include "app/index_follower.h"

#include "app/build_index.h"
#include "base/log.h"

namespace tributary::app {

IndexFollower::IndexFollower(const DataDirectory& data, const Clock& clock,
                             std::chrono::milliseconds between_looks)
    : data_(data),
      clock_(clock),
      stores_(data.database()),
      looks_("index", between_looks, [this](const std::stop_token& stop) { return look(stop); }) {}

/// Builds only what has stood still since the look before: an import on this machine ends its run a
/// moment before it takes hold of the index, and it does that better.
Result<> IndexFollower::look(const std::stop_token& stop) {
  auto store = TRY(stores_.lend());
  const auto version = TRY(store->catalogue_version());
  const bool is_at_rest = seen_version_ == version;
  seen_version_ = version;
  if (!is_at_rest || TRY(index_is_current(data_, *store))) return {};
  if (TRY(store->is_being_imported(clock_.now()))) return {};
  const auto projects = TRY(build_index(data_, *store, {}, search::kDefaultBuildMemoryBytes, stop));
  log::info("the catalogue was changed elsewhere; " + std::to_string(projects) +
            " projects indexed");
  return {};
}

}  // namespace tributary::app
