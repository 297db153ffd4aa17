// catalogue/importers/import_set.h
//
// The files of one source in one folder or archive, as a stream of complete projects.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "catalogue/formats/byte_source.h"
#include "catalogue/import_stream.h"

namespace tributary::catalogue {

/// A file that was recognised when the import was planned.
struct PlannedFile {
  Input input;
  std::uint64_t size_bytes = 0;  ///< on the disk; of an archive's entry, the archive's share
};

/// Memory for sorting; all else that a stream holds is small beside it.
inline constexpr std::size_t kSortMemoryBytes = std::size_t{64} << 20U;

/// Reads `files` in this order. They are opened and read at the first call of next().
std::unique_ptr<ImportStream> open_import_set(std::string source, std::vector<PlannedFile> files,
                                              std::size_t sort_memory_bytes = kSortMemoryBytes);

}  // namespace tributary::catalogue
