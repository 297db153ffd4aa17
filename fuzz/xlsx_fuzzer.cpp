// A workbook whose sheet, shared strings and styles are any bytes: no crash, rows as wide as the
// header, errors that name a place. The zip around them is right, so that the XML is reached; the
// first byte chooses whether the input is the zip itself instead.

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>

#include "catalogue/formats/xlsx_reader.h"

namespace {

using namespace tributary;
using namespace tributary::catalogue;

constexpr std::string_view kWorkbook =
    R"(<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1" xmlns:r="r"/></sheets></workbook>)";

void add(archive* zip, const char* path, std::string_view bytes) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, path);
  archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  archive_write_header(zip, entry);
  archive_write_data(zip, bytes.data(), bytes.size());
  archive_entry_free(entry);
}

/// The parts are separated by a byte 0xFF, which no XML in UTF-8 has.
void write_workbook(const Path& file, std::string_view parts) {
  archive* zip = archive_write_new();
  archive_write_set_format_zip(zip);
  archive_write_zip_set_compression_store(zip);
  archive_write_open_filename(zip, file.c_str());
  add(zip, "xl/workbook.xml", kWorkbook);
  for (const char* path : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"}) {
    const auto part = parts.substr(0, parts.find('\xFF'));
    add(zip, path, part);
    parts.remove_prefix(std::min(parts.size(), part.size() + 1));
  }
  archive_write_free(zip);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 60000) return 0;
  static const Path file = "/dev/shm/tributary-xlsx-fuzz-" + std::to_string(::getpid()) + ".xlsx";
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] == 'Z') {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<long>(bytes.size()));
  } else {
    write_workbook(file, bytes);
  }
  auto reader = XlsxReader::open({.file = file});
  if (!reader) {
    if (reader.error().context.empty()) std::abort();
    return 0;
  }
  Row row;
  DamagedRow damaged;
  for (;;) {
    const auto step = (*reader)->next(row, damaged);
    if (!step && step.error().context.empty()) std::abort();
    if (!step || *step == TableReader::Step::end) return 0;
    if (*step == TableReader::Step::row && row.cells.size() != (*reader)->header().size())
      std::abort();
  }
}
