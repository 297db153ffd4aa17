#include "app/build_index.h"

#include <fmt/format.h>

#include "app/project_document.h"
#include "search/index.h"

namespace tributary::app {
namespace {

constexpr std::uint64_t kProjectsBetweenProgress = 1'000;

/// Raised whenever project_document() maps projects differently, so that indexes of an older
/// program are rebuilt.
constexpr int kMappingVersion = 1;

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
                                  const IndexProgress& progress) {
  // Read first: what is imported meanwhile makes the index look older than it is, and it is built
  // once more.
  const auto version = TRY(store.catalogue_version());
  auto writer = TRY(search::IndexWriter::create(data.index(), project_schema()));
  std::uint64_t projects = 0;
  TRY(store.for_each_project([&](const store::StoredProject& project) -> Result<> {
    TRY(writer.add(project_document(project)));
    if (++projects % kProjectsBetweenProgress == 0 && progress) progress(projects);
    return {};
  }));
  TRY(writer.commit());
  TRY(write_file_atomically(data.index_origin(), origin(version)));
  if (progress) progress(projects);
  return projects;
}

}  // namespace tributary::app
