#include "app/demonstration/demonstration.h"

#include <algorithm>

#include "catalogue/import_stream.h"

namespace tributary::app {
namespace {

constexpr std::uint32_t kInventedProjects = 360;
constexpr std::uint64_t kSeed = 2015;
constexpr std::string_view kLabel = "demonstration catalogue";

}  // namespace

Result<std::uint64_t> fill_demonstration(store::CatalogueStore& store, const Clock& clock) {
  bool empty = true;
  for (const auto& row : TRY(store.coverage())) empty = empty && row.projects == 0;
  if (!empty) return 0;

  auto projects = invented_projects(kInventedProjects, kSeed);
  projects.push_back(inecvet_project());
  std::ranges::sort(projects, {}, &catalogue::SourceProject::key);
  std::vector<catalogue::ImportRecord> records;
  records.reserve(projects.size());
  const auto files = catalogue::speaking_files({std::string(kLabel)});
  for (auto& project : projects) records.push_back({std::move(project), files});

  const auto run = TRY(store.begin_run(kDemonstrationSource, kLabel, clock.now()));
  const auto outcome = TRY(store.apply(run, store::prepare(std::move(records)), {}, clock.now()));
  TRY(store.finish_run(run, {}, clock.now()));
  return outcome.added;
}

Result<std::uint64_t> remove_demonstration(store::CatalogueStore& store) {
  return store.remove_source(kDemonstrationSource);
}

}  // namespace tributary::app
