// catalogue/import_stream.h
//
// What importing yields: projects, one complete record for each key, and the rows that could not be
// taken.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "catalogue/project.h"

namespace tributary::catalogue {

/// A row that was not imported, kept word for word.
struct Reject {
  std::string file;  ///< as the user would find it: path, and entry inside an archive after '!'
  std::uint64_t line = 0;  ///< 0 where the file as a whole is meant
  std::string column;      ///< name of the column, empty where the row as a whole is meant
  std::string reason;      ///< a sentence for people
  std::string raw;         ///< the row as found, at most 64 KiB
};

/// A file (or archive entry) that takes part in an import, and what became of its rows.
struct FileTally {
  std::string file;
  std::string kind;            ///< "cordis project", "cordis organization", "erasmus projects" …
  std::uint64_t rows = 0;      ///< rows read, header not counted
  std::uint64_t rejected = 0;  ///< of these, rejected
  std::uint64_t repeated = 0;  ///< of these, said again or superseded by another row or file
  std::string refused;         ///< why the file as a whole was not imported; empty when it was
  /// Of the projects that it spoke of; filled in by the application, not by the stream.
  std::uint64_t added = 0, changed = 0, unchanged = 0;
};

/// The files that spoke of a record. Most records of a set were spoken of by all of its files, so
/// records share their lists.
using SpeakingFiles = std::shared_ptr<const std::vector<std::string>>;

inline SpeakingFiles speaking_files(std::vector<std::string> names) {
  return std::make_shared<const std::vector<std::string>>(std::move(names));
}

struct ImportRecord {
  SourceProject project;
  SpeakingFiles files;  ///< never null
};

struct ImportProgress {
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_total = 0;
  std::uint64_t records = 0;
};

/// A set of files that belong together (a folder, a zip, single files), read as a stream of
/// projects in ascending order of key. Memory is bounded whatever the size: rows are grouped by an
/// external sort. Not thread-safe, but for progress().
class ImportStream {
 public:
  virtual ~ImportStream() = default;

  /// Appends up to `limit` records to `batch` and up to some thousands of refused rows to
  /// `rejects`. The end is reached when a call appends neither: a call may bring rejects alone. The
  /// first call reads all files (follow it with progress() from another thread). A file that turns
  /// out truncated or broken is refused as a whole: named in the tallies, none of its rows taken.
  /// Errors: `io`.
  virtual Result<> next(std::size_t limit, std::vector<ImportRecord>& batch,
                        std::vector<Reject>& rejects) = 0;

  /// Safe from any thread while next() runs.
  [[nodiscard]] virtual ImportProgress progress() const = 0;

  /// Complete only after the end.
  [[nodiscard]] virtual const std::vector<FileTally>& tallies() const = 0;

  /// Of names, sizes and bytes of the files: names the input of the run. Known after the first call
  /// of next().
  [[nodiscard]] virtual const std::string& content_hash() const = 0;
};

/// Finds out what `paths` are (files, folders, zips; .xz and .gz are opened) from their content and
/// opens them as one stream for each source and set. `source_override` is empty or the name of a
/// source. Files that are no project data are in `refused` with the reason. Errors: `not_found` for
/// a path that does not exist, `invalid_argument` for an unknown source.
struct OpenedImport {
  std::string source;  ///< "cordis", "erasmus"
  std::string label;   ///< the folder, archive or file that the set is
  std::unique_ptr<ImportStream> stream;
};
struct ImportPlan {
  std::vector<OpenedImport> imports;
  std::vector<FileTally> refused;
};
Result<ImportPlan> plan_import(const std::vector<Path>& paths, const std::string& source_override);

}  // namespace tributary::catalogue
