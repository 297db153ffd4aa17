// app/archive/archive_writer.h
//
// Where an archive is written to: a folder of files, or one zip. It is there whole or not at all:
// made under another name beside its place, flushed to the disk, then renamed.
//
//   auto writer = TRY(write_zip("backup.zip"));
//   TRY(writer->begin_file("runs.csv"));
//   TRY(writer->write(bytes));
//   TRY(writer->end_file());
//   TRY(writer->finish());
#pragma once

#include <memory>
#include <string_view>

#include "base/file.h"
#include "base/result.h"

namespace tributary::app {

/// Not thread-safe. Its end without finish() removes what was written. Errors everywhere: `io`
/// naming the file.
class ArchiveWriter {
 public:
  virtual ~ArchiveWriter() = default;

  virtual Result<> begin_file(std::string_view name) = 0;
  virtual Result<> write(std::string_view bytes) = 0;
  virtual Result<> end_file() = 0;
  virtual Result<> finish() = 0;
};

/// A folder that only its owner can enter. Errors: `conflict` where something is there already, but
/// for an empty folder; `io`.
Result<std::unique_ptr<ArchiveWriter>> write_folder(const Path& folder);

/// A zip that only its owner can read; the same content gives the same bytes. Errors: `conflict`
/// where something is there already; `io`.
Result<std::unique_ptr<ArchiveWriter>> write_zip(const Path& file);

}  // namespace tributary::app
