// catalogue/importers/cordis_rows.h
#pragma once

#include <memory>

#include "catalogue/importers/row_parser.h"

namespace tributary::catalogue {

/// Parsers for the tables of CORDIS: of projects, and of one part each.
std::unique_ptr<RowParser> cordis_project_parser(TableShape shape);
std::unique_ptr<RowParser> cordis_part_parser(TableShape shape);

/// The project's title in the brackets that end a report's: "Periodic Reporting for period 1 -
/// EUROZIP (EUROZIP: European Zinc-Ion Plant)"; empty where there are none.
std::string_view title_in_brackets(std::string_view report_title);

}  // namespace tributary::catalogue
