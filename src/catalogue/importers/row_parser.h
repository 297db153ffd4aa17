// catalogue/importers/row_parser.h
//
// A row of a recognised table, read into what it says of a project.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/formats/table_reader.h"
#include "catalogue/importers/table_shape.h"
#include "catalogue/project.h"

namespace tributary::catalogue {

/// What one row says. A row of a project table says it of the project as a whole; a row of another
/// table adds parts, and in `head` perhaps an acronym or title.
struct Statement {
  SourceProject head;  ///< with key; its three lists are not used
  std::vector<Participation> participations;
  std::vector<Topic> topics;
  std::vector<Link> links;
  bool is_main_part = false;  ///< a legal basis that is the project's place in the programme

  void clear();
};

/// A cell without a reading; the row is then rejected as a whole.
struct CellFault {
  std::size_t cell = 0;
  std::string reason;  ///< a sentence for people
};

/// Reads the rows of one table. Not thread-safe.
class RowParser {
 public:
  virtual ~RowParser() = default;

  /// Fills `statement`, which was clear()ed. False where a cell has no reading; `fault` says which.
  virtual bool parse(const Row& row, Statement& statement, CellFault& fault) = 0;
};

/// The parser for tables of `shape`.
std::unique_ptr<RowParser> row_parser_for(TableShape shape);

}  // namespace tributary::catalogue
