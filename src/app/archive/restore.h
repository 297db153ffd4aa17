// app/archive/restore.h
//
// Puts an archive, a backup or an export, into the place of a database on either engine.
//
//   const auto report = TRY(restore(data, {.archive = "backup.zip"}));
#pragma once

#include <optional>

#include "app/archive/take_archive.h"
#include "store/whole/whole_replacement.h"

namespace tributary::app {

struct RestoreRequest {
  Path archive;
  store::Existing existing = store::Existing::refuse;
};

struct RestoreReport {
  ArchiveReport archive;
  std::optional<std::uint64_t> projects;  ///< in the index; nothing where the next start builds it
};

/// Reads all of the archive and says what is in it; touches nothing else. Errors: `corrupt` naming
/// file and place, `not_found`, `unrecognised`, `unsupported`, `io`.
Result<ArchiveReport> check_archive(const Path& archive);

/// Checks the archive, then loads it in one transaction: killed at any moment, the database is as
/// it was or as the archive says. Then builds the index anew; where that fails, the log says why,
/// and the next start does it. Errors: those of check_archive(); `conflict` where the database is
/// in use and shall not be replaced; `database`.
Result<RestoreReport> restore(const DataDirectory& data, const RestoreRequest& request);

}  // namespace tributary::app
