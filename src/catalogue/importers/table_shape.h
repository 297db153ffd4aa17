// catalogue/importers/table_shape.h
//
// What a table is, judged by its header alone: its kind and the meaning of each column.
//
//   auto shape = recognise(reader->header(), "");
//   // shape->kind == TableKind::cordis_organization
//   // shape->columns[0] == {.cell = 0, .column = Column::key, .group = 0}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/importers/column_synonyms.h"

namespace tributary::catalogue {

/// A cell of each row with its meaning. In Erasmus+ lists, group 0 is the project, 1 the
/// coordinator, and n + 1 what the header calls "Partner n".
struct BoundColumn {
  std::size_t cell = 0;
  Column column = Column::none;
  std::uint32_t group = 0;
};

struct TableShape {
  TableKind kind = TableKind::cordis_project;
  std::vector<BoundColumn> columns;  ///< ordered by group, then cell
  std::vector<std::string> names;    ///< of all cells, as found

  /// How many columns have a meaning: of two files with the same part, the wider knows more.
  [[nodiscard]] std::size_t width() const { return columns.size(); }
};

/// The shape of a table with this `header`; nothing when it is no list of projects of a known
/// source. `source` is empty or restricts to one. A name that comes twice counts once, the first.
std::optional<TableShape> recognise(const std::vector<std::string>& header,
                                    std::string_view source);

/// A sentence on why a table with this header is not imported, naming some of its columns.
std::string refusal(const std::vector<std::string>& header);

}  // namespace tributary::catalogue
