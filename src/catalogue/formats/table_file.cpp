#include "catalogue/formats/table_file.h"

#include <algorithm>
#include <fstream>

#include "catalogue/formats/csv_reader.h"
#include "catalogue/formats/json_reader.h"
#include "catalogue/formats/xlsx_reader.h"

namespace tributary::catalogue {
namespace {

constexpr std::size_t kHeadBytes = 64 * 1024;

constexpr std::string_view kZipMagic = "PK\x03\x04";
constexpr std::string_view kEmptyZipMagic = "PK\x05\x06";

struct Signature {
  std::string_view magic;
  std::string_view what;
};
constexpr Signature kForeign[] = {
    {std::string_view("SQLite format 3\0", 16), "an SQLite database"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Excel workbook (.xls); save it as .xlsx or CSV"},
    {"%PDF-", "a PDF document"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive; unpack it first"},
    {"Rar!", "a RAR archive; unpack it first"},
    {"<?xml", "an XML document"},
    {"<!DOCTYPE", "a web page"},
    {"<html", "a web page"},
};

/// What a text or binary that is no table is; empty for one that may be a table.
std::string_view foreign_kind(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  for (const auto& [magic, what] : kForeign) {
    if (head.starts_with(magic)) return what;
  }
  const auto text = head.substr(0, 4096);
  for (const std::string_view statement :
       {"CREATE TABLE", "INSERT INTO", "-- MySQL dump", "-- phpMyAdmin", "-- PostgreSQL"}) {
    if (text.contains(statement)) return "an SQL script";
  }
  const auto odd = std::ranges::count_if(text, [](char byte) {
    return static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
  });
  const bool is_utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (!is_utf16 && static_cast<std::size_t>(odd) * 20 > text.size()) return "binary data";
  return {};
}

bool is_json(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  if (head[first] == '{') return true;
  if (head[first] != '[') return false;
  const auto second = head.find_first_not_of(" \t\r\n", first + 1);
  return second == std::string_view::npos || head[second] == '{' || head[second] == ']';
}

bool is_hidden(std::string_view path) {
  return path.starts_with('.') || path.contains("/.") || path.starts_with("__MACOSX/");
}

/// REQUIRES: entries sorted by path.
bool has_workbook(const std::vector<ArchiveEntry>& entries) {
  return std::ranges::binary_search(entries, "xl/workbook.xml", {}, &ArchiveEntry::path);
}

/// A table and the temporary copy that it is read from.
class CopiedTable final : public TableReader {
 public:
  CopiedTable(TemporaryFolder folder, std::unique_ptr<TableReader> table)
      : folder_(std::move(folder)), table_(std::move(table)) {}

  [[nodiscard]] const std::vector<std::string>& header() const override { return table_->header(); }
  Result<Step> next(Row& row, DamagedRow& damaged) override { return table_->next(row, damaged); }
  [[nodiscard]] std::uint64_t bytes_read() const override { return table_->bytes_read(); }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<TableReader> table_;
};

/// A workbook inside a zip is copied out, because its parts are read in an order of their own.
Result<std::unique_ptr<TableReader>> open_packed_workbook(const Input& input) {
  auto folder = TRY(TemporaryFolder::create());
  const Path copy = folder.path() / "workbook.xlsx";
  std::ofstream to(copy, std::ios::binary);
  auto source = TRY(open_bytes(input));
  for (auto block = TRY(source->next_block()); !block.empty(); block = TRY(source->next_block()))
    to.write(block.data(), static_cast<std::streamsize>(block.size()));
  to.close();
  if (!to) return fail(ErrorCode::io, "the workbook cannot be copied out", input.name());
  if (!has_workbook(TRY(list_zip(copy)))) {
    return fail(ErrorCode::unrecognised, "it is a zip archive inside an archive", input.name());
  }
  auto table = TRY(XlsxReader::open({.file = copy, .copy_of = input.name()}));
  return std::make_unique<CopiedTable>(std::move(folder), std::move(table));
}

Result<std::unique_ptr<TableReader>> open_zip(const Input& input) {
  if (!input.entry.empty()) return open_packed_workbook(input);
  if (has_workbook(TRY(list_zip(input.file)))) return XlsxReader::open(input);
  return fail(ErrorCode::unrecognised, "it is a zip archive without a workbook", input.name());
}

Result<bool> is_zip(const Path& file) {
  auto source = TRY(open_bytes({.file = file}));
  const auto head = TRY(source->next_block());
  return head.starts_with(kZipMagic) || head.starts_with(kEmptyZipMagic);
}

Result<> append_file(const Path& file, std::vector<Input>& inputs) {
  const auto zip = is_zip(file);
  if (!zip || !*zip) {
    // A file that cannot be unpacked is an input all the same: opening it says why.
    inputs.push_back({.file = file});
    return {};
  }
  const auto entries = TRY(list_zip(file));
  if (has_workbook(entries)) {
    inputs.push_back({.file = file});
    return {};
  }
  for (const auto& entry : entries) {
    if (!is_hidden(entry.path)) inputs.push_back({.file = file, .entry = entry.path});
  }
  return {};
}

}  // namespace

Result<std::vector<Input>> list_inputs(const Path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    return fail(ErrorCode::not_found, "there is no such file or folder", path.string());
  }
  std::vector<Input> inputs;
  if (!std::filesystem::is_directory(status)) {
    TRY(append_file(path, inputs));
    return inputs;
  }
  std::vector<Path> files;
  for (auto at = std::filesystem::recursive_directory_iterator(path, error);
       !error && at != std::filesystem::end(at); at.increment(error)) {
    const bool hidden = at->path().filename().string().starts_with('.');
    if (hidden && at->is_directory()) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file()) files.push_back(at->path());
  }
  if (error) return fail(ErrorCode::io, error.message(), path.string());
  std::ranges::sort(files);
  for (const auto& file : files) TRY(append_file(file, inputs));
  return inputs;
}

Result<std::unique_ptr<TableReader>> open_table(const Input& input) {
  ByteWindow window(TRY(open_bytes(input)));
  TRY(window.grow(kHeadBytes));
  auto head = window.view().substr(0, kHeadBytes);
  if (head.empty()) return fail(ErrorCode::unrecognised, "the file is empty", input.name());
  if (head.starts_with(kZipMagic)) return open_zip(input);
  if (const auto kind = foreign_kind(head); !kind.empty()) {
    return fail(ErrorCode::unrecognised, "it is " + std::string(kind), input.name());
  }
  if (is_json(head)) return JsonTableReader::open(std::move(window), input.name());
  return CsvReader::open(std::move(window), input.name());
}

}  // namespace tributary::catalogue
