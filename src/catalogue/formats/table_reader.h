// catalogue/formats/table_reader.h
//
// Every tabular file (CSV, XLSX, JSON array or lines) as a stream of rows of cells, with where each
// stood.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tributary::catalogue {

/// A row. The views are valid until the next call of next().
struct Row {
  std::uint64_t line = 0;  ///< line of the file where the row begins, from 1 (XLSX: row number)
  std::vector<std::string_view> cells;  ///< UTF-8, unescaped
  std::string_view raw;  ///< the row's bytes as found (XLSX, JSON: a faithful rendering)
};

/// A row that could not be read. The reader goes on behind it.
struct DamagedRow {
  std::uint64_t line = 0;
  std::uint64_t column = 0;  ///< cell number from 1; 0 where the whole row is meant
  std::string reason;
  std::string raw;
};

/// Streams a table in bounded memory. Not thread-safe.
class TableReader {
 public:
  virtual ~TableReader() = default;

  /// The names of the columns, as found.
  [[nodiscard]] virtual const std::vector<std::string>& header() const = 0;

  enum class Step : std::uint8_t { row, damaged, end };

  /// Fills `row` or `damaged`. Errors: `corrupt` when the rest of the file cannot be read
  /// (truncated archive, broken XML).
  virtual Result<Step> next(Row& row, DamagedRow& damaged) = 0;

  /// Bytes of the (possibly compressed) file consumed so far, for progress.
  [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
};

}  // namespace tributary::catalogue
