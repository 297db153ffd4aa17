// tests/import/generator/table_output.h
//
// Where generated rows go: a CSV file in the manner of a source, or a workbook.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "damage.h"

namespace tributary::generator {

/// Throws std::runtime_error when the file cannot be written.
class TableOutput {
 public:
  virtual ~TableOutput() = default;

  /// Writes a row, with the damage that lies in the bytes rather than in the cells. Returns the
  /// line (of a workbook: the row) where it begins, from 1.
  virtual std::uint64_t write(const Cells& cells, Damage damage, std::size_t text_column) = 0;

  virtual void close() = 0;
};

enum class CsvManner : std::uint8_t {
  cordis,   ///< ; between cells, every cell quoted, LF
  erasmus,  ///< byte order mark, comma, quoted where needed, CRLF
};

std::unique_ptr<TableOutput> open_csv(const std::filesystem::path& file, CsvManner manner);

/// At most 1,048,576 rows.
std::unique_ptr<TableOutput> open_workbook(const std::filesystem::path& file);

}  // namespace tributary::generator
