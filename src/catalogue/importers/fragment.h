// catalogue/importers/fragment.h
//
// What one row says, as bytes on their way through the external sort. The key is the sort's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "catalogue/importers/column_synonyms.h"
#include "catalogue/importers/row_parser.h"
#include "catalogue/record_wire.h"

namespace tributary::catalogue {

/// A fragment with its lists still as bytes.
struct Fragment {
  TableKind kind = TableKind::cordis_project;
  bool is_main_part = false;
  std::uint32_t file = 0;  ///< number of the file in its set
  std::string_view body;   ///< head, participations, topics, links
};

void append_fragment(std::string& to, TableKind kind, std::uint32_t file,
                     const Statement& statement);

/// False where the bytes are no fragment; that is a fault of the temporary file.
bool read_fragment(std::string_view bytes, Fragment& fragment);

/// Reads a list of parts in a body, appending to `parts`. False as above.
template <class Part>
bool read_parts(WireReader& from, std::vector<Part>& parts) {
  std::uint64_t count = 0;
  if (!from.varint(count) || count > from.remaining()) return false;
  for (; count > 0; --count) {
    if (!read_part(from, parts.emplace_back())) return false;
  }
  return true;
}

/// The same, into the member `part` of each.
template <class Placed, class Part>
bool read_parts(WireReader& from, std::vector<Placed>& to, Part Placed::* part) {
  std::uint64_t count = 0;
  if (!from.varint(count) || count > from.remaining()) return false;
  for (; count > 0; --count) {
    if (!read_part(from, to.emplace_back().*part)) return false;
  }
  return true;
}

}  // namespace tributary::catalogue
