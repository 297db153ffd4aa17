#include "app/archive/archive_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/archive/csv_rows.h"
#include "app/archive/sha256_sum.h"
#include "catalogue/formats/byte_source.h"
#include "store/schema.h"

namespace tributary::app {
namespace {

constexpr std::size_t kLargestManifestBytes = 16 << 20;

catalogue::Input file_in(const Path& archive, const std::string& name) {
  std::error_code failure;
  if (std::filesystem::is_directory(archive, failure)) return {.file = archive / name};
  return {.file = archive, .entry = name};
}

Result<std::string> read_manifest(const catalogue::Input& input) {
  const auto source = TRY(catalogue::open_bytes(input));
  std::string text;
  for (auto block = TRY(source->next_block()); !block.empty(); block = TRY(source->next_block())) {
    text += block;
    if (text.size() > kLargestManifestBytes) {
      return fail(ErrorCode::corrupt, "it is too long for a manifest", input.name());
    }
  }
  return text;
}

bool is_left_out(const Manifest& manifest, std::string_view table) {
  return std::ranges::any_of(manifest.left_out, [&](const LeftOut& one) {
    return one.table == table && one.column.empty();
  });
}

const ArchivedTable* find_table(const Manifest& manifest, std::string_view name) {
  const auto found = std::ranges::find(manifest.tables, name, &ArchivedTable::name);
  return found == manifest.tables.end() ? nullptr : &*found;
}

/// Whether the manifest speaks of exactly the tables that its schema has, with their columns.
Result<> check_tables(const Manifest& manifest, const std::string& name) {
  const auto expected = TRY(in_context(name, store::tables_of_schema(manifest.schema_number)));
  for (const auto& table : expected) {
    const auto* archived = find_table(manifest, table.name);
    if (archived == nullptr && !is_left_out(manifest, table.name)) {
      return fail(ErrorCode::corrupt, "the table " + table.name + " is missing", name);
    }
    if (archived != nullptr && archived->columns != table.columns) {
      return fail(ErrorCode::corrupt,
                  fmt::format("the columns of {} are not those of schema {}", table.name,
                              manifest.schema_number),
                  name);
    }
  }
  for (const auto& archived : manifest.tables) {
    const bool is_expected =
        std::ranges::find(expected, archived.name, &store::MadeTable::name) != expected.end();
    if (is_expected && find_table(manifest, archived.name) == &archived) continue;
    return fail(ErrorCode::corrupt, "there is no place for the table " + archived.name, name);
  }
  return {};
}

}  // namespace

Result<ArchiveReader> ArchiveReader::open(const Path& path) {
  const auto input = file_in(path, std::string(kManifestFile));
  auto manifest = TRY(parse_manifest(TRY(read_manifest(input)), input.name()));
  TRY(check_tables(manifest, input.name()));
  return ArchiveReader(path, std::move(manifest));
}

Result<> ArchiveReader::check() const {
  const auto tables = TRY(store::tables_of_schema(manifest_.schema_number));
  for (const auto& table : tables) {
    TRY(read(table, [](store::Cells) { return Result<>(); }));
  }
  return {};
}

Result<> ArchiveReader::read(const store::MadeTable& table,
                             const std::function<Result<>(store::Cells)>& visit) const {
  const auto* archived = find_table(manifest_, table.name);
  if (archived == nullptr) return {};
  const auto input = file_in(path_, archived->file());
  const auto source = TRY(catalogue::open_bytes(input));
  CsvRows rows(table, input.name(), visit);
  Sha256Sum sum;
  std::uint64_t bytes = 0;
  while (true) {
    auto block = source->next_block();
    if (!block)
      return in_context(fmt::format("behind byte {}", bytes),
                        Result<>(std::unexpected(block.error())));
    if (block->empty()) break;
    bytes += block->size();
    sum.add(*block);
    TRY(rows.feed(*block));
  }
  TRY(rows.finish());
  if (rows.rows() != archived->rows || bytes != archived->bytes) {
    return fail(ErrorCode::corrupt,
                fmt::format("it has {} rows in {} bytes; the manifest says {} in {}", rows.rows(),
                            bytes, archived->rows, archived->bytes),
                input.name());
  }
  if (sum.digits() != archived->sha256) {
    return fail(ErrorCode::corrupt, "its SHA-256 is not the one that the manifest says",
                input.name());
  }
  return {};
}

}  // namespace tributary::app
