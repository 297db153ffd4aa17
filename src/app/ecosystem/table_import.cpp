#include "app/ecosystem/table_import.h"

#include "app/ecosystem/table_columns.h"
#include "catalogue/formats/table_file.h"

namespace tributary::app {

Result<> read_table(const Path& file, std::span<const std::string_view> columns,
                    std::string_view what, std::vector<RejectedRow>& rejected,
                    const std::function<Result<>(const catalogue::Row&, const Places&)>& take) {
  const auto inputs = TRY(catalogue::list_inputs(file));
  if (inputs.size() != 1) {
    return fail(ErrorCode::unrecognised, "name one table", file.string());
  }
  const auto table = TRY(catalogue::open_table(inputs.front()));
  return read_rows(*table, file, columns, what, rejected, take);
}

Result<> read_rows(catalogue::TableReader& table, const Path& file,
                   std::span<const std::string_view> columns, std::string_view what,
                   std::vector<RejectedRow>& rejected,
                   const std::function<Result<>(const catalogue::Row&, const Places&)>& take) {
  const auto places = TRY(places_of_columns(columns, table.header(), what, file));
  catalogue::Row row;
  catalogue::DamagedRow damaged;
  for (auto step = TRY(table.next(row, damaged)); step != catalogue::TableReader::Step::end;
       step = TRY(table.next(row, damaged))) {
    if (step == catalogue::TableReader::Step::damaged) {
      rejected.push_back({damaged.line, {}, damaged.reason});
      continue;
    }
    const auto taken = take(row, places);
    if (taken) continue;
    const auto code = taken.error().code;
    if (code != ErrorCode::invalid_argument && code != ErrorCode::not_found &&
        code != ErrorCode::conflict) {
      return taken;
    }
    rejected.push_back(rejected_row(row.line, taken.error(), columns));
  }
  return {};
}

Result<ecosystem::ProviderId> provider_of_row(store::RecordedChange& change,
                                              const ecosystem::StateCode& member_state,
                                              const std::string& name, TableImport& report) {
  auto& connection = change.connection();
  const auto known = TRY(store::find_provider(connection, member_state, name));
  if (known) return known->id;
  ++report.providers_added;
  return store::insert_provider(
      connection,
      {.name = name, .member_state = member_state, .added = change.at(), .added_by = {}});
}

}  // namespace tributary::app
