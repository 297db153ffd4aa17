// app/archive/take_archive.h
//
// Copies of everything that a database holds, as of one moment, whoever writes meanwhile.
//
//   const auto report = TRY(back_up(data, "backups/", clock));       // one zip, with secrets
//   const auto exported = TRY(export_all(data, "export"));           // a folder of CSV, without
//
// Both are the same archive, a CSV file for each table (csv_rows.h) and a manifest (manifest.h),
// which restore() takes on either engine. The same content gives the same bytes.
#pragma once

#include <cstdint>

#include "app/data_directory.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/result.h"

namespace tributary::app {

struct ArchiveReport {
  Path path;
  std::int64_t schema_number = 0;
  std::uint64_t tables = 0, rows = 0;
  std::uint64_t bytes = 0;  ///< of the tables, unpacked
};

/// Into `target`, a new file, or a folder where it gets a name from the moment. Nothing is left
/// out. Errors: `conflict` where the file is there, `not_found` where there is no database, `io`,
/// `database`.
Result<ArchiveReport> back_up(const DataDirectory& data, const Path& target, const Clock& clock);

/// Into `folder`, which is made. What lets people in is left out (store/whole/secrets.h):
/// passwords, sessions, links, tokens. Errors: likewise.
Result<ArchiveReport> export_all(const DataDirectory& data, const Path& folder);

}  // namespace tributary::app
