// catalogue/formats/table_file.h
//
// From a path to tables: which inputs it holds, and each as a stream of rows, recognised by
// content.
//
//   for (const auto& input : TRY(list_inputs("cordis.zip"))) {
//     auto table = open_table(input);   // unrecognised for the PDF among them
//     …
//   }
#pragma once

#include <memory>
#include <vector>

#include "catalogue/formats/byte_source.h"
#include "catalogue/formats/table_reader.h"

namespace tributary::catalogue {

/// What `path` holds: the file itself, the entries of a zip (but of an XLSX workbook: itself), or
/// all of that in a folder and those under it, in order of name. Hidden files and the resource
/// forks of macOS are left out. Errors: `not_found`, `io`, `corrupt` for a broken zip.
Result<std::vector<Input>> list_inputs(const Path& path);

/// Opens `input` as CSV, XLSX (first sheet) or JSON, whichever its content is. Errors:
/// `unrecognised` for anything else, saying what it is; `corrupt` and `io` naming the input.
Result<std::unique_ptr<TableReader>> open_table(const Input& input);

}  // namespace tributary::catalogue
