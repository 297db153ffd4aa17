// app/archive/manifest.h
//
// What an archive says of itself: manifest.json, written last.
//
//   {"format":"tributary archive","format_version":1,"schema_version":4,
//   "left_out":[{"table":"sessions"},{"table":"accounts","column":"password_hash"}],
//   "tables":[
//   {"name":"runs","file":"runs.csv","rows":3,"bytes":412,"sha256":"…",
//    "columns":[{"name":"id","type":"integer"},{"name":"ended","type":"integer","null":true},…]},
//   …]}
//
// It holds no moment and no name of a machine, so that the same content gives the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/whole/cell.h"

namespace tributary::app {

inline constexpr std::string_view kManifestFile = "manifest.json";

struct ArchivedTable {
  std::string name;
  std::vector<store::MadeColumn> columns;
  std::uint64_t rows = 0, bytes = 0;
  std::string sha256;  ///< of the file, 64 hexadecimal digits

  [[nodiscard]] std::string file() const { return name + ".csv"; }
};

/// A table, or the values of a column of texts, which then are empty.
struct LeftOut {
  std::string table;
  std::string column;
};

struct Manifest {
  std::int64_t schema_number = 0;
  std::vector<LeftOut> left_out;
  std::vector<ArchivedTable> tables;

  [[nodiscard]] std::uint64_t rows() const;
};

std::string to_json(const Manifest& manifest);

/// Errors, naming `name`: `unrecognised` where it is none of ours, `unsupported` where it is of a
/// later version of the format, `corrupt` where a part is missing.
Result<Manifest> parse_manifest(std::string_view json, const std::string& name);

}  // namespace tributary::app
