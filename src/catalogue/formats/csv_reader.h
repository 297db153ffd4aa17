// catalogue/formats/csv_reader.h
//
// Tables as text: RFC 4180 as it is found in official files, streamed.
//
//   auto reader = TRY(CsvReader::open(ByteWindow(TRY(open_bytes(input))), input.name()));
//
// What is found out from the file: delimiter (; , | tab) and line end (LF, CRLF, CR) from the
// header, whether a tab-separated table uses quotation marks at all, a byte order mark, and, at the
// first byte that is not UTF-8, whether the file is in an 8-bit code page (it is then converted) or
// damaged there.
//
// One bad row never takes a good one with it:
//  - A row with more or fewer cells than the header is damaged.
//  - A quotation mark inside a quoted cell that is neither doubled nor at the cell's end is taken
//    as text, if the row then has exactly the header's cells.
//  - Where a row is damaged or has such a mark, and goes over several lines, each line inside it is
//    tried as the start of a record (right number of cells, every mark in its place): the first
//    that is one ends the damaged row.
//  - A quoted cell that is never closed, or not within 64 KiB of a stray mark, costs its line.
// Lines without a byte are skipped. NUL bytes damage their row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/formats/byte_window.h"
#include "catalogue/formats/csv_scan.h"
#include "catalogue/formats/table_reader.h"
#include "catalogue/formats/text_encoding.h"

namespace tributary::catalogue {

enum class Quoting : std::uint8_t {
  sniffed,   ///< standard, unless a tab-separated table has marks mostly in the middle of cells
  standard,  ///< cells may stand in '"'
  none,      ///< '"' is a character like any other
};

struct CsvOptions {
  char delimiter = '\0';  ///< '\0': found out from the header
  Quoting quoting = Quoting::sniffed;
  std::size_t max_cell_bytes = std::size_t{1} << 20U;
  std::size_t max_row_bytes = std::size_t{16} << 20U;
};

/// Holds at most a few times max_row_bytes. Not thread-safe.
class CsvReader final : public TableReader {
 public:
  /// Reads the header. `name` is for errors. Errors: `corrupt` for an unreadable header,
  /// `unrecognised` for an input without text, and those of the source.
  static Result<std::unique_ptr<CsvReader>> open(ByteWindow window, std::string name,
                                                 CsvOptions options = {});

  [[nodiscard]] const std::vector<std::string>& header() const override { return header_; }
  Result<Step> next(Row& row, DamagedRow& damaged) override;
  [[nodiscard]] std::uint64_t bytes_read() const override { return window_.bytes_read(); }

  [[nodiscard]] const CsvDialect& dialect() const { return dialect_; }
  /// "UTF-8" until the file was found to be in a code page.
  [[nodiscard]] std::string_view encoding() const {
    return code_page_ ? std::string_view(code_page_->name()) : "UTF-8";
  }

  /// DamagedRow::raw is cut to this.
  static constexpr std::size_t kMaxRawBytes = 64 * 1024;

 private:
  CsvReader(ByteWindow window, std::string name, CsvOptions options)
      : window_(std::move(window)), name_(std::move(name)), options_(options) {}

  struct Damage {
    std::size_t cell = 0;  ///< number from 1; 0: the row as a whole
    std::string reason;
  };

  Result<> sniff();
  Result<> read_header();
  Result<bool> skip_to_row();
  Result<CsvScan> scan_row();
  Result<CsvScan> scan_readable_row();
  std::optional<std::size_t> find_record_inside(std::size_t span_bytes);
  [[nodiscard]] std::size_t end_of_damage(std::size_t span_bytes) const;
  CsvScan try_record_at(std::size_t offset);
  Result<> drop(std::size_t span_bytes, Damage damage, DamagedRow& damaged);
  [[nodiscard]] std::optional<Damage> fault_of(const CsvScan& scan) const;
  std::optional<Damage> decode(std::string_view raw, Row& row);
  void consume_lines(std::size_t size_bytes);

  ByteWindow window_;
  std::string name_;
  CsvOptions options_;
  CsvDialect dialect_;
  std::vector<std::string> header_;
  bool rows_begin_quoted_ = false;
  std::uint64_t line_ = 1;
  std::size_t given_out_bytes_ = 0;  ///< of the last row, still in the window

  CsvCells cells_;
  CsvCells tried_;
  std::string unescaped_;
  std::string decoded_;

  bool encoding_decided_ = false;
  std::size_t rows_beyond_ascii_ = 0;
  std::optional<CodePage> code_page_;
};

}  // namespace tributary::catalogue
