// catalogue/formats/xlsx_reader.h
//
// A sheet of an XLSX workbook as a stream of rows.
//
//   auto reader = TRY(XlsxReader::open({.file = "topics.xlsx"}));
//
// The first row with a text in it is the header. Texts (shared, inline, of formulas) come as they
// are, booleans as true and false, dates as ISO text, other numbers in the shortest form that means
// the same number. Cells beyond the header are damage; empty rows are skipped.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/formats/table_reader.h"
#include "catalogue/formats/xlsx_workbook.h"
#include "catalogue/formats/xml_stream.h"

namespace tributary::catalogue {

/// Memory: the row, and the shared strings up to the bound of SpilledStrings. Not thread-safe.
class XlsxReader final : public TableReader {
 public:
  /// `sheet` empty: the first of the workbook. Errors: `corrupt` when it is no workbook or its XML
  /// is broken, `not_found` for a sheet that is not there, `unrecognised` for an empty sheet, `io`.
  static Result<std::unique_ptr<XlsxReader>> open(const Input& file, std::string_view sheet = {});

  ~XlsxReader() override;

  [[nodiscard]] const std::vector<std::string>& header() const override { return header_; }
  Result<Step> next(Row& row, DamagedRow& damaged) override;
  [[nodiscard]] std::uint64_t bytes_read() const override { return xml_->bytes_read(); }

 private:
  class SheetEvents;

  XlsxReader(std::string name, XlsxWorkbook book);

  Result<bool> read_row();
  Result<> read_header();

  std::string name_;
  XlsxWorkbook book_;
  std::unique_ptr<SheetEvents> events_;
  std::unique_ptr<XmlStream> xml_;
  std::vector<std::string> header_;
  std::string raw_;
};

}  // namespace tributary::catalogue
