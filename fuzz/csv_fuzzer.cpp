// Any bytes as CSV: no crash, no byte lost, and the same rows however the input is cut into blocks.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "catalogue/formats/csv_reader.h"

namespace {

using namespace tributary::catalogue;

struct Outcome {
  std::string rows;  ///< cells and raws of rows, raws of damaged rows, one after the other
  std::string raws;
  bool is_open = false;
  bool is_utf8 = true;
};

Outcome read(std::string text, std::size_t block_bytes) {
  const CsvOptions options{.max_cell_bytes = 4096, .max_row_bytes = 16384};
  auto reader =
      CsvReader::open(ByteWindow(source_of(std::move(text), block_bytes)), "fuzz", options);
  Outcome outcome;
  if (!reader) return outcome;
  outcome.is_open = true;
  const std::size_t width = (*reader)->header().size();
  Row row;
  DamagedRow damaged;
  for (;;) {
    const auto step = (*reader)->next(row, damaged);
    if (!step) std::abort();  // memory does not fail
    if (*step == TableReader::Step::end) break;
    if (*step == TableReader::Step::row) {
      if (row.cells.size() != width) std::abort();
      for (const auto cell : row.cells) {
        if (!is_utf8(cell)) std::abort();
        outcome.rows.append(cell).append(1, '\x1f');
      }
    }
    const auto raw = *step == TableReader::Step::row ? row.raw : std::string_view(damaged.raw);
    outcome.rows.append(std::to_string(*step == TableReader::Step::row ? row.line : damaged.line))
        .append(1, '\x1e')
        .append(raw)
        .append(1, '\x1e');
    outcome.raws.append(raw);
  }
  outcome.is_utf8 = (*reader)->encoding() == "UTF-8";
  return outcome;
}

std::string without_line_ends(std::string text) {
  std::erase_if(text, [](char byte) { return byte == '\n' || byte == '\r'; });
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > 60000) return 0;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto whole = read(text, text.size() + 1);
  const auto split = read(text, 1 + data[0] % 37);
  if (whole.rows != split.rows || whole.is_open != split.is_open) std::abort();
  // Behind the header every byte is of a row or of a damaged row.
  if (whole.is_open && whole.is_utf8 &&
      !without_line_ends(text).ends_with(without_line_ends(whole.raws))) {
    std::abort();
  }
  return 0;
}
