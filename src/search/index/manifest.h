// search/index/manifest.h
//
// The one file that says which generation a folder holds: which segments it consists of. Text:
//
//   tributary-index 2
//   generation 13
//   segment 12
//   file 000012.schema 1088 9a3be10f
//   …
//   deleted 000013.deleted-12 192 77c0e2d4
//   segment 13
//   …
//   check 5f3a0c11
//
// A segment has the number of the generation that wrote it; the lines after `segment` are its
// files: name, size in bytes, header checksum (section_file.h). `deleted` names the mask of its
// documents that are no more, where there are any (delete_mask.h). `check` is the CRC-32C of all
// bytes before its line. Checksums are eight hexadecimal digits.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "search/index/section_file.h"

namespace tributary::search {

inline constexpr const char* kManifestName = "manifest";

struct SegmentFiles {
  std::uint64_t number = 0;
  std::vector<FileSummary> files;
  std::optional<FileSummary> deleted;

  bool operator==(const SegmentFiles&) const = default;

  /// Whether the segment has a file of this kind.
  [[nodiscard]] bool has(FileKind kind) const;

  /// The file of this kind, by its name. Errors: `corrupt` naming the manifest.
  [[nodiscard]] Result<FileSummary> file(const Path& folder, FileKind kind) const;
};

struct Manifest {
  std::uint64_t generation = 0;
  std::vector<SegmentFiles> segments;  ///< at least one

  bool operator==(const Manifest&) const = default;
};

/// "000012.postings"
std::string file_name(std::uint64_t segment, FileKind kind);

/// "000013.deleted-12": the mask of segment 12 that generation 13 wrote.
std::string mask_name(std::uint64_t generation, std::uint64_t segment);

/// The generation that wrote a file with a name of file_name() or mask_name(), also under its
/// temporary name; 0 for any other name.
std::uint64_t generation_of(const std::string& name);

/// Errors: `not_found`, `io`, `corrupt` naming the manifest.
Result<Manifest> read_manifest(const Path& folder);

/// First flushes what it names: a manifest never names a file that a power cut could take away.
Result<> write_manifest(const Path& folder, const Manifest& manifest);

}  // namespace tributary::search
