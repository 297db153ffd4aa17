// catalogue/formats/csv_scan.h
//
// Where the cells of one record stand: RFC 4180, with quotation marks that stand in the wrong place
// noticed and taken as text.
//
// A record is cells separated by the delimiter, up to a line end. A cell that begins with '"' runs
// to the '"' that is followed by a delimiter, a line end or the end of the input; '""' inside it is
// one '"'. Any other '"' inside it is *stray*: it is kept as text and reported, and the caller
// decides whether the record can be believed. A cell that begins with '""x' also ends at '""'
// before a delimiter or line end: CORDIS writes ;""A ""quoted"" title""; where one mark is lost at
// each end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tributary::catalogue {

struct CsvDialect {
  char delimiter = ',';
  char line_end = '\n';  ///< '\r' for files that have only those; before '\n' a '\r' belongs to it
  bool quoting = true;   ///< whether '"' encloses cells at all
};

struct CsvCells {
  std::vector<std::string_view> cells;  ///< into the input, still with doubled marks
  std::vector<std::uint32_t> escaped;   ///< indices of cells with '""' inside

  void clear() {
    cells.clear();
    escaped.clear();
  }
};

enum class CsvStrays : std::uint8_t { tolerated, refused };

struct CsvScan {
  enum class Outcome : std::uint8_t {
    record,      ///< ends at `size_bytes`, line end included
    unfinished,  ///< the text ends first
    unclosed,    ///< a quoted cell is not closed: by the end of the input, or near a stray mark
    stray,       ///< a stray mark, where they are refused
  };
  Outcome outcome = Outcome::unfinished;
  std::size_t size_bytes = 0;      ///< of the record with its line end; else how far was looked
  std::size_t line_end_bytes = 0;  ///< of these, the line end
  std::size_t stray_cell = 0;      ///< number from 1 of the first cell with a stray mark; 0: none
};

/// A quoted cell with a stray mark must be closed within so many bytes: a mark that opens a cell by
/// mistake does not swallow the file.
inline constexpr std::size_t kStrayReachBytes = 64 * 1024;

/// Scans the record at the start of `text`. `is_whole`: nothing follows `text` in the input.
/// REQUIRES: 16 readable bytes behind `text` (ByteWindow gives them).
CsvScan scan_record(std::string_view text, bool is_whole, const CsvDialect& dialect,
                    CsvStrays strays, CsvCells& cells);

/// Offset of the first byte behind the line that `text` starts with; text.size() where it has no
/// line end.
std::size_t line_length(std::string_view text, char line_end);

}  // namespace tributary::catalogue
