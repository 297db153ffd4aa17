#include "app/archive/take_archive.h"

#include <algorithm>
#include <optional>
#include <string>

#include "app/archive/archive_writer.h"
#include "app/archive/csv_rows.h"
#include "app/archive/manifest.h"
#include "app/archive/sha256_sum.h"
#include "store/whole/secrets.h"
#include "store/whole/whole_snapshot.h"

namespace tributary::app {
namespace {

constexpr std::size_t kWrittenTogetherBytes = 256 * 1024;

enum class Secrets : std::uint8_t { kept, left_out };

bool is_secret_table(std::string_view table) {
  return std::ranges::any_of(store::kSecrets, [&](const store::Secret& secret) {
    return secret.table == table && secret.column.empty();
  });
}

/// Where the columns of `table` that are secrets stand.
std::vector<std::size_t> secret_columns(const store::MadeTable& table) {
  std::vector<std::size_t> places;
  for (const auto& secret : store::kSecrets) {
    if (secret.table != table.name || secret.column.empty()) continue;
    const auto column = std::ranges::find(table.columns, secret.column, &store::MadeColumn::name);
    if (column == table.columns.end()) continue;
    places.push_back(static_cast<std::size_t>(column - table.columns.begin()));
  }
  return places;
}

/// One table's file, block by block.
class TableFile {
 public:
  TableFile(ArchiveWriter& writer, const store::MadeTable& table) : writer_(writer), table_(table) {
    archived_.name = table.name;
    archived_.columns = table.columns;
  }

  Result<> begin() {
    TRY(writer_.begin_file(archived_.file()));
    append_header(block_, table_);
    return {};
  }

  Result<> add(store::Cells cells) {
    append_row(block_, table_, cells);
    ++archived_.rows;
    return block_.size() < kWrittenTogetherBytes ? Result<>() : write_block();
  }

  Result<ArchivedTable> finish() {
    TRY(write_block());
    TRY(writer_.end_file());
    archived_.sha256 = sum_.digits();
    return std::move(archived_);
  }

 private:
  Result<> write_block() {
    sum_.add(block_);
    archived_.bytes += block_.size();
    TRY(writer_.write(block_));
    block_.clear();
    return {};
  }

  ArchiveWriter& writer_;
  const store::MadeTable& table_;
  ArchivedTable archived_;
  Sha256Sum sum_;
  std::string block_;
};

Result<ArchivedTable> write_table(store::WholeSnapshot& snapshot, const store::MadeTable& table,
                                  const std::vector<std::size_t>& without, ArchiveWriter& writer) {
  TableFile file(writer, table);
  TRY(file.begin());
  std::vector<store::Cell> kept;
  TRY(snapshot.for_each_row(table, [&](store::Cells cells) -> Result<> {
    if (without.empty()) return file.add(cells);
    kept.assign(cells.begin(), cells.end());
    for (const auto column : without) kept[column] = std::string_view();
    return file.add(kept);
  }));
  return file.finish();
}

Result<ArchiveReport> write_archive(store::WholeSnapshot& snapshot, Secrets secrets,
                                    ArchiveWriter& writer) {
  Manifest manifest{.schema_number = snapshot.schema_number()};
  ArchiveReport report{.schema_number = snapshot.schema_number()};
  for (const auto& table : snapshot.tables()) {
    std::vector<std::size_t> without;
    if (secrets == Secrets::left_out) {
      if (is_secret_table(table.name)) {
        manifest.left_out.push_back({.table = table.name});
        continue;
      }
      without = secret_columns(table);
      for (const auto column : without) {
        manifest.left_out.push_back({.table = table.name, .column = table.columns[column].name});
      }
    }
    manifest.tables.push_back(TRY(write_table(snapshot, table, without, writer)));
    report.bytes += manifest.tables.back().bytes;
  }
  TRY(writer.begin_file(kManifestFile));
  TRY(writer.write(to_json(manifest)));
  TRY(writer.end_file());
  TRY(writer.finish());
  report.tables = manifest.tables.size();
  report.rows = manifest.rows();
  return report;
}

Result<store::WholeSnapshot> begin_snapshot(const DataDirectory& data) {
  if (!data.has_database()) {  // opening would make one
    return fail(ErrorCode::not_found, "there is no database here", data.database().shown());
  }
  return store::WholeSnapshot::begin(data.database());
}

/// "tributary-20261129T103000Z.zip"
std::string file_name_of(Timestamp moment) {
  auto name = rfc3339(moment);
  name.resize(name.find('.'));
  std::erase_if(name, [](char c) { return c == '-' || c == ':'; });
  return "tributary-" + name + "Z.zip";
}

}  // namespace

Result<ArchiveReport> back_up(const DataDirectory& data, const Path& target, const Clock& clock) {
  std::error_code failure;
  const auto file =
      std::filesystem::is_directory(target, failure) ? target / file_name_of(clock.now()) : target;
  auto snapshot = TRY(begin_snapshot(data));
  const auto writer = TRY(write_zip(file));
  auto report = TRY(write_archive(snapshot, Secrets::kept, *writer));
  report.path = file;
  return report;
}

Result<ArchiveReport> export_all(const DataDirectory& data, const Path& folder) {
  auto snapshot = TRY(begin_snapshot(data));
  const auto writer = TRY(write_folder(folder));
  auto report = TRY(write_archive(snapshot, Secrets::left_out, *writer));
  report.path = folder;
  return report;
}

}  // namespace tributary::app
