// catalogue/formats/xlsx_workbook.h
//
// The parts of an XLSX workbook beside its sheets (ECMA-376 part 1, SpreadsheetML): which sheets
// there are, which styles mean dates, and the shared strings.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "catalogue/formats/byte_source.h"
#include "catalogue/formats/spilled_bytes.h"

namespace tributary::catalogue {

struct XlsxSheet {
  std::string name;
  std::string entry;  ///< path in the zip
};

struct XlsxWorkbook {
  std::vector<XlsxSheet> sheets;  ///< in the order of the workbook
  bool counts_from_1904 = false;  ///< the date system of old Macintosh files
  std::vector<bool> date_styles;  ///< by the index that a cell's s attribute gives
  SpilledStrings strings;
};

/// Reads all parts but the sheets. Errors: `corrupt`, `io`, naming `file`.
Result<XlsxWorkbook> read_workbook(const Input& file);

/// Whether a number format (ECMA-376 part 1, 18.8.31) shows a date or a time.
bool is_date_format(std::string_view code);

/// The day and time of a serial number, as YYYY-MM-DD, YYYY-MM-DD HH:MM:SS or HH:MM:SS (under one
/// day); empty where it is no date that Excel knows (0 to 9999-12-31).
std::string date_of_serial(double serial, bool counts_from_1904);

/// Appends `text` with _xHHHH_ (a character that XML cannot hold) decoded.
void append_xlsx_text(std::string& to, std::string_view text);

/// Longest text of a cell that is kept; Excel's own limit is 32,767 characters.
inline constexpr std::size_t kMaxXlsxCellBytes = std::size_t{1} << 20U;

}  // namespace tributary::catalogue
