// search/index/manifest.h
//
// The one file that says which generation a folder holds, as text:
//
//   tributary-index 1
//   generation 12
//   file 000012.schema 1088 9a3be10f
//   …
//   check 5f3a0c11
//
// A `file` line gives name, size in bytes and header checksum (section_file.h); `check` is the
// CRC-32C of all bytes before its line. Checksums are eight hexadecimal digits.
#pragma once

#include <cstdint>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/index/section_file.h"

namespace tributary::search {

inline constexpr const char* kManifestName = "manifest";

struct Manifest {
  std::uint64_t generation = 0;
  std::vector<FileSummary> files;

  bool operator==(const Manifest&) const = default;

  /// Whether the generation has a file of this kind.
  [[nodiscard]] bool has(FileKind kind) const;

  /// The file of this kind, by the end of its name. Errors: `corrupt` naming the manifest.
  [[nodiscard]] Result<FileSummary> file(const Path& folder, FileKind kind) const;
};

/// "000012.postings"
std::string file_name(std::uint64_t generation, FileKind kind);

/// The generation that a name made by file_name() belongs to, also under its temporary name; 0 for
/// any other name.
std::uint64_t generation_of(const std::string& name);

/// Errors: `not_found`, `io`, `corrupt` naming the manifest.
Result<Manifest> read_manifest(const Path& folder);

Result<> write_manifest(const Path& folder, const Manifest& manifest);

}  // namespace tributary::search
