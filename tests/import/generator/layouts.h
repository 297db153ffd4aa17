// tests/import/generator/layouts.h
//
// The tables of the official layouts, and the rows that a project has in each.
#pragma once

#include "damage.h"
#include "truth.h"

namespace tributary::generator {

struct OfficialTable {
  TableShape shape;
  /// The rows of a project, undamaged.
  std::vector<Cells> (*rows_of)(const TrueProject& project);
};

/// CORDIS since 2021: project, organization, topics, legalBasis, euroSciVoc, webLink. Erasmus+: one
/// table of 622 columns.
std::vector<OfficialTable> tables_of(Layout layout);

/// 1234.5 as "1234.5", 1234 as "1234"; empty for 0.
std::string amount(std::uint64_t cents);

}  // namespace tributary::generator
