#include "corpus/real_table.h"

#include <algorithm>
#include <string>

#include "catalogue/formats/table_file.h"

namespace tributary::bench {
namespace {

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

Result<std::vector<std::size_t>> find_columns(const catalogue::TableReader& table,
                                              const std::vector<std::string_view>& columns) {
  std::vector<std::size_t> places;
  for (const auto name : columns) {
    const auto found = std::ranges::find(table.header(), name);
    if (!name.empty() && found == table.header().end()) {
      return fail(ErrorCode::not_found, "there is no such column", std::string(name));
    }
    places.push_back(name.empty() ? kNoColumn
                                  : static_cast<std::size_t>(found - table.header().begin()));
  }
  return places;
}

Result<> visit_rows(catalogue::TableReader& table, const std::vector<std::string_view>& columns,
                    const std::function<void(const RowCells&)>& visit) {
  const auto places = TRY(find_columns(table, columns));
  catalogue::Row row;
  catalogue::DamagedRow damaged;
  RowCells cells(columns.size());
  for (;;) {
    const auto step = TRY(table.next(row, damaged));
    if (step == catalogue::TableReader::Step::end) return {};
    if (step == catalogue::TableReader::Step::damaged) continue;
    for (std::size_t i = 0; i < places.size(); ++i) {
      cells[i] = places[i] < row.cells.size() ? row.cells[places[i]] : std::string_view();
    }
    visit(cells);
  }
}

}  // namespace

Result<> for_each_row(const Path& file, const std::vector<std::string_view>& columns,
                      const std::function<void(const RowCells&)>& visit) {
  const auto table = TRY(catalogue::open_table({.file = file}));
  return in_context(file.string(), visit_rows(*table, columns, visit));
}

}  // namespace tributary::bench
