// catalogue/importers/erasmus_rows.h
#pragma once

#include <memory>

#include "catalogue/importers/row_parser.h"

namespace tributary::catalogue {

/// The parser for the project lists of Erasmus+ and its sister programmes: one row a project, with
/// its coordinator and partners in groups of columns.
std::unique_ptr<RowParser> erasmus_project_parser(TableShape shape);

}  // namespace tributary::catalogue
