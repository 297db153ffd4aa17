// tests/import/generator/generator.h
//
// Writes the official layouts at any size, with known contents and known damage.
//
//   generate({.layout = Layout::cordis, .projects = 1000, .seed = 7, .damage_rate = 0.02,
//             .folder = "/tmp/made"});
//
// Beside the tables it writes manifest.jsonl, one object a line:
//
//   {"type":"project","key":…,"row":"read"|"rejected",…,"organisations":[{…,"row":…}],…}
//       the truth; "row" tells whether the row that says it must be imported or rejected
//   {"type":"damage","file":"organization.csv","line":17,"kind":"shifted",
//    "outcome":"recovered"|"rejected","key":…}
//       every damaged row; for "duplicate" the line is that of the second one
//
// The rows of each table stand in an order of their own. The same options give the same bytes.
#pragma once

#include <cstdint>
#include <filesystem>

#include "damage.h"
#include "truth.h"

namespace tributary::generator {

struct Options {
  Layout layout = Layout::cordis;
  FileKind file = FileKind::csv;
  std::uint64_t projects = 1000;
  std::uint64_t seed = 1;
  std::uint64_t organisations = kUsualOrganisations;  ///< to choose from
  double damage_rate = 0;                             ///< share of the rows of each table
  bool with_manifest = true;
  std::filesystem::path folder;
};

/// The tables are <name>.csv or .xlsx in `folder`, which is made. Throws std::runtime_error when a
/// file cannot be written. Memory does not depend on the size.
void generate(const Options& options);

}  // namespace tributary::generator
