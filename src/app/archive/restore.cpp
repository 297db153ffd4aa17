#include "app/archive/restore.h"

#include "app/archive/archive_reader.h"
#include "app/build_index.h"
#include "base/log.h"

namespace tributary::app {
namespace {

ArchiveReport report_of(const Path& path, const Manifest& manifest) {
  ArchiveReport report{.path = path,
                       .schema_number = manifest.schema_number,
                       .tables = manifest.tables.size(),
                       .rows = manifest.rows()};
  for (const auto& table : manifest.tables) report.bytes += table.bytes;
  return report;
}

Result<> load(const ArchiveReader& archive, store::WholeReplacement& replacement) {
  for (const auto& table : replacement.tables()) {
    store::TableFilling filling = replacement.fill(table);
    TRY(archive.read(table, [&](store::Cells cells) { return filling.add(cells); }));
    TRY(filling.finish());
  }
  return {};
}

/// From here on the index is none of this catalogue, whatever happens: the next start builds it.
Result<> disown_index(const DataDirectory& data) {
  std::error_code failure;
  std::filesystem::remove(data.index_origin(), failure);
  if (failure) return fail(ErrorCode::io, failure.message(), data.index_origin().string());
  return {};
}

Result<std::uint64_t> build_index_of(const DataDirectory& data) {
  auto store = TRY(store::CatalogueStore::open(data.database()));
  return build_index(data, store, {});
}

}  // namespace

Result<ArchiveReport> check_archive(const Path& path) {
  const auto archive = TRY(ArchiveReader::open(path));
  TRY(archive.check());
  return report_of(path, archive.manifest());
}

Result<RestoreReport> restore(const DataDirectory& data, const RestoreRequest& request) {
  const auto archive = TRY(ArchiveReader::open(request.archive));
  TRY(archive.check());
  TRY(data.prepare());
  {
    auto replacement = TRY(store::WholeReplacement::begin(
        data.database(), archive.manifest().schema_number, request.existing));
    TRY(load(archive, replacement));
    TRY(disown_index(data));
    TRY(replacement.commit());
  }
  RestoreReport report{.archive = report_of(request.archive, archive.manifest())};
  if (const auto projects = build_index_of(data)) {
    report.projects = *projects;
  } else {
    log::warning(projects.error().text());
  }
  return report;
}

}  // namespace tributary::app
