// app/archive/csv_rows.h
//
// The rows of a table as CSV (RFC 4180, UTF-8), and back. A header names the columns; lines end
// with CR LF.
//
//   NULL      nothing                        an empty text is "", so the two can be told apart
//   integer   42                             of 64 bits
//   real      52.5                           shortest digits that give the same number again
//   text      "as ""it"" is"                 always in quotation marks, which are doubled inside
//   blob      "3q2+7w=="                     base64 (RFC 4648), in quotation marks
//
// PostgreSQL's COPY … CSV and most other readers take it as it is.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/whole/cell.h"

namespace tributary::app {

/// Appends the header with its line end.
void append_header(std::string& to, const store::MadeTable& table);

/// Appends one row with its line end. REQUIRES: `cells` are of `table`.
void append_row(std::string& to, const store::MadeTable& table, store::Cells cells);

/// Reads what the functions above write, and nothing else: what is otherwise is damaged. Not
/// thread-safe.
class CsvRows {
 public:
  /// `visit` is given each row; its failure ends the reading. `name` is the file's, for errors.
  CsvRows(const store::MadeTable& table, std::string name,
          std::function<Result<>(store::Cells)> visit);

  /// The next bytes of the file, cut anywhere. Errors: `corrupt` naming the file, the row, its
  /// column and the byte.
  Result<> feed(std::string_view bytes);

  /// To be called once, behind the last byte. Errors: `corrupt` where a row is cut off.
  Result<> finish();

  [[nodiscard]] std::uint64_t rows() const { return rows_; }

 private:
  Result<> take_line(std::string_view line);
  Result<> take_header(std::string_view line);
  Result<> take_row(std::string_view line);
  bool take_cell(std::string_view& line, std::size_t column);
  bool take_quoted(std::string_view& line, std::size_t column);
  bool take_number(std::string_view& line, std::size_t column);
  [[nodiscard]] std::unexpected<Error> damaged(std::string_view why, std::size_t offset_in_line,
                                               std::string_view column = {}) const;

  const store::MadeTable& table_;
  std::string name_;
  std::function<Result<>(store::Cells)> visit_;

  std::string pending_;            // from the beginning of a line
  std::size_t looked_at_ = 0;      // bytes of `pending_`
  bool is_in_quotes_ = false;      // where looking has stopped
  std::uint64_t line_offset_ = 0;  // of the beginning of `pending_`, in the file
  bool has_header_ = false;
  std::uint64_t rows_ = 0;
  std::vector<std::string> texts_;  // by column: what the cells are views of
  std::vector<store::Cell> cells_;
};

}  // namespace tributary::app
