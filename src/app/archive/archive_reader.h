// app/archive/archive_reader.h
//
// An archive that take_archive.h has made, a folder or a zip, read with suspicion.
//
//   const auto archive = TRY(ArchiveReader::open("backup.zip"));
//   TRY(archive.check());
//   for (const auto& table : tables) TRY(archive.read(table, [&](store::Cells cells) -> Result<> {
//   … }));
#pragma once

#include <functional>
#include <string>

#include "app/archive/manifest.h"
#include "base/file.h"
#include "base/result.h"

namespace tributary::app {

/// Safe from any thread.
class ArchiveReader {
 public:
  /// Reads the manifest. Errors: those of parse_manifest(); `not_found`, `io`, `corrupt`, naming
  /// the file; `unsupported` where the schema is newer than the program's; `corrupt` where the
  /// tables are not those of the schema.
  static Result<ArchiveReader> open(const Path& path);

  [[nodiscard]] const Manifest& manifest() const { return manifest_; }

  /// Reads all of it. Errors: `corrupt` naming the file, and the byte or what does not agree with
  /// the manifest; `not_found` naming a file that is missing.
  Result<> check() const;

  /// Hands over the rows of `table`, which may have been left out: then none. Errors: those of
  /// check(), and of `visit`. Some rows may have been visited by then.
  Result<> read(const store::MadeTable& table,
                const std::function<Result<>(store::Cells)>& visit) const;

 private:
  ArchiveReader(Path path, Manifest manifest)
      : path_(std::move(path)), manifest_(std::move(manifest)) {}

  Path path_;
  Manifest manifest_;
};

}  // namespace tributary::app
