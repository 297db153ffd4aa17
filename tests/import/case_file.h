// tests/import/case_file.h
//
// A test of the importers as data: files, and what must come of them.
//
//   # tests/import/decimal-commas.test: why this case exists
//   --- file project.csv
//   id;acronym;…
//   --- expect
//   cordis 101000001
//     grant 2494217.50
//   reject project.csv:3 startDate: "2015-13-45" is no date
//
// `--- source erasmus` restricts as --source does. What is expected is all that came, as render()
// writes it: empty fields are left out. Lines end with LF; "\r", "\t" and "\\" may be written in
// a file's text.
#pragma once

#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace tributary::import_test {

struct CaseFile {
  struct Input {
    std::string name, content;
  };
  std::vector<Input> inputs;
  std::string source;
  std::string expected;
};

/// Errors: `io`, `corrupt` naming the line.
Result<CaseFile> read_case(const Path& path);

/// Writes the inputs into `folder`, imports it, and tells all that came: records in order, then
/// rejects, refused files and repeated rows.
Result<std::string> import_and_render(const CaseFile& test, const Path& folder);

}  // namespace tributary::import_test
