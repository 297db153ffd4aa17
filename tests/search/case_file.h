// tests/search/case_file.h
//
// A *.test file as data; README.md tells the format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/document.h"
#include "search/request.h"
#include "search/schema.h"

namespace tributary::search_cases {

/// A line below `query`: its first word and the rest.
struct Line {
  std::size_t number = 0;
  std::string word;
  std::string rest;
};

struct Query {
  std::size_t line = 0;
  std::string text;
  bool is_typing = false;   ///< the last word may go on
  search::Request request;  ///< but for the tree
  std::vector<Line> expectations;
};

struct CaseFile {
  std::vector<search::Document> documents;
  std::vector<Query> queries;
};

/// The schema of all files.
search::Schema case_schema();

/// Errors: `invalid_argument` with file and line.
Result<CaseFile> read_case_file(const Path& path);

/// Parts of `text` between separators, without blanks around them; none for an empty text.
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace tributary::search_cases
