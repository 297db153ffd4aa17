// app/ecosystem/table_import.h
//
// What imports of tables share: rows that are taken, or rejected with their line and column, and
// what the person who handed the table in is told.
//
//   TRY(read_table(file, kColumns, "a table of adoption", report.rejected,
//                  [&](const catalogue::Row& row, const Places& places) { … }));
//
// Free functions; a change is of the thread that began it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/ecosystem/rejected_row.h"
#include "base/file.h"
#include "base/result.h"
#include "catalogue/formats/table_reader.h"
#include "store/adoption/vet_providers.h"
#include "store/recorded_change.h"

namespace tributary::app {

struct TableImport {
  std::uint64_t added = 0, changed = 0, unchanged = 0;  ///< records of the table's kind
  std::uint64_t providers_added = 0;
  std::vector<RejectedRow> rejected;
};

/// Where each column stands in the file.
using Places = std::vector<std::size_t>;

/// Gives each row of the one table in `file` to `take`. What is damaged, and what `take` refuses as
/// `invalid_argument`, `not_found` or `conflict`, is rejected; other errors end the reading.
/// Errors: `unrecognised` where it is not one table or a column is missing; those of reading it.
Result<> read_table(const Path& file, std::span<const std::string_view> columns,
                    std::string_view what, std::vector<RejectedRow>& rejected,
                    const std::function<Result<>(const catalogue::Row&, const Places&)>& take);

/// The same for a table that is open; `file` is what errors call it.
Result<> read_rows(catalogue::TableReader& table, const Path& file,
                   std::span<const std::string_view> columns, std::string_view what,
                   std::vector<RejectedRow>& rejected,
                   const std::function<Result<>(const catalogue::Row&, const Places&)>& take);

/// The provider of this name in the state, added where it is not known.
Result<ecosystem::ProviderId> provider_of_row(store::RecordedChange& change,
                                              const ecosystem::StateCode& member_state,
                                              const std::string& name, TableImport& report);

}  // namespace tributary::app
