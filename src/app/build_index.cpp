#include "app/build_index.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "app/project_document.h"

namespace tributary::app {
namespace {

/// Projects that are handed over together.
constexpr std::size_t kPortion = 500;

/// Raised whenever project_document() maps projects differently, so that indexes of an older
/// program are rebuilt.
constexpr int kMappingVersion = 5;

std::string origin(std::uint64_t catalogue_version) {
  return fmt::format("catalogue {} mapping {}\n", catalogue_version, kMappingVersion);
}

}  // namespace

Result<bool> index_is_current(const DataDirectory& data, store::CatalogueStore& store) {
  const auto recorded = read_file(data.index_origin());
  if (!recorded) return false;
  return *recorded == origin(TRY(store.catalogue_version()));
}

Result<std::uint64_t> build_index(const DataDirectory& data, store::CatalogueStore& store,
                                  const IndexProgress& progress, std::size_t memory_bytes,
                                  const std::stop_token& stop) {
  // Read first: what is imported meanwhile makes the index look older than it is, and it is built
  // once more.
  const auto version = TRY(store.catalogue_version());
  const auto indexing = TRY(IndexingThread::start(data.index(), memory_bytes));
  const auto all = [](store::ProjectId) { return true; };
  const auto projects = TRY(index_projects(store, all, *indexing, progress, stop));
  TRY(indexing->commit(search::Commit::rebuild, search::LatentTraining::anew));
  TRY(record_index_origin(data, version));
  return projects;
}

Result<std::uint64_t> index_projects(store::CatalogueStore& store,
                                     const std::function<bool(store::ProjectId)>& wanted,
                                     IndexingThread& indexing, const IndexProgress& progress,
                                     const std::stop_token& stop) {
  std::uint64_t projects = 0;
  std::vector<search::Document> portion;
  const auto hand_over = [&]() -> Result<> {
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "indexing was given up");
    projects += portion.size();
    TRY(indexing.add(std::exchange(portion, {})));
    if (progress) progress(projects);
    return {};
  };
  TRY(store.for_each_project(wanted, [&](const store::StoredProject& project) -> Result<> {
    portion.push_back(project_document(project));
    return portion.size() < kPortion ? Result<>() : hand_over();
  }));
  TRY(hand_over());
  return projects;
}

Result<> record_index_origin(const DataDirectory& data, std::uint64_t catalogue_version) {
  return write_file_atomically(data.index_origin(), origin(catalogue_version));
}

}  // namespace tributary::app
