// Any bytes as JSON records: no crash, the same records however the input is cut into blocks, and
// no letter lost.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "catalogue/formats/json_reader.h"

namespace {

using namespace tributary::catalogue;

std::string read(std::string text, std::size_t block_bytes, std::string& raws) {
  JsonRecordReader reader(ByteWindow(source_of(std::move(text), block_bytes)));
  JsonRecord record;
  DamagedRow damaged;
  std::string told;
  for (;;) {
    const auto step = reader.next(record, damaged);
    if (!step) std::abort();  // memory does not fail
    if (*step == TableReader::Step::end) return told;
    if (*step == TableReader::Step::row) {
      for (const auto& field : record.fields) told += field.path + '\x1f' + field.value + '\x1e';
      told += std::to_string(record.line);
      raws += record.raw;
    } else {
      told += std::to_string(damaged.line) + damaged.reason + damaged.raw;
      raws += damaged.raw;
    }
  }
}

std::string without_separators(std::string text) {
  std::erase_if(text, [](char byte) {
    return std::string_view(" \t\r\n,[]").find(byte) != std::string_view::npos;
  });
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 60000) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::string raws;
  std::string split_raws;
  const auto whole = read(text, text.size() + 1, raws);
  if (whole != read(text, 1 + data[0] % 37, split_raws)) std::abort();
  if (!without_separators(text).ends_with(without_separators(raws))) std::abort();

  auto table = JsonTableReader::open(ByteWindow(source_of(text)), "fuzz");
  Row row;
  DamagedRow damaged;
  while (table && *(*table)->next(row, damaged) != TableReader::Step::end) {
    if (row.cells.size() > (*table)->header().size()) std::abort();
  }
  return 0;
}
