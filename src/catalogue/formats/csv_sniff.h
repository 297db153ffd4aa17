// catalogue/formats/csv_sniff.h
//
// Finds out from the first bytes of a table in what dialect it is written. Pure functions.
#pragma once

#include <string_view>

#include "catalogue/formats/csv_scan.h"

namespace tributary::catalogue {

/// Line end and delimiter, from the header at the start of `sample`. The delimiter is the most
/// frequent of ; , tab | outside quotation marks (in this order where equal), ',' where there is
/// none.
CsvDialect sniff_dialect(std::string_view sample);

/// Whether a tab-separated table uses '"' as a character like any other: marks stand mostly
/// elsewhere than around cells, and reading them as enclosing damages more rows of `sample`.
/// REQUIRES: 16 readable bytes behind `sample`.
bool uses_no_quoting(std::string_view sample, const CsvDialect& dialect);

}  // namespace tributary::catalogue
