// catalogue/formats/archive_handle.h
//
// libarchive over a file that we read ourselves, so that the packed bytes can be counted.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "base/file.h"
#include "base/result.h"

namespace tributary::catalogue {

enum class ArchiveKind : std::uint8_t { zip, xz };

/// An open archive. Not thread-safe; neither copied nor moved, because libarchive keeps its
/// address.
class ArchiveHandle {
 public:
  /// Errors: `not_found`, `io`, `corrupt`, naming `name`.
  static Result<std::unique_ptr<ArchiveHandle>> open(const Path& file, ArchiveKind kind,
                                                     std::string name);

  ArchiveHandle(const ArchiveHandle&) = delete;
  ArchiveHandle& operator=(const ArchiveHandle&) = delete;
  ~ArchiveHandle();

  /// The next entry, null at the end.
  Result<archive_entry*> next_entry();

  [[nodiscard]] archive* get() const { return archive_; }
  [[nodiscard]] std::uint64_t packed_bytes() const { return packed_bytes_; }
  void restart_count() { packed_bytes_ = 0; }

  /// What libarchive says went wrong, as an error naming the input.
  [[nodiscard]] std::unexpected<Error> failure() const;

 private:
  explicit ArchiveHandle(std::string name) : name_(std::move(name)) {}

  static la_ssize_t read(archive*, void* self, const void** block);
  static la_int64_t seek(archive*, void* self, la_int64_t offset, int whence);
  static la_int64_t skip(archive*, void* self, la_int64_t count);

  std::string name_;
  archive* archive_ = nullptr;
  int descriptor_ = -1;
  std::uint64_t packed_bytes_ = 0;
  std::array<char, 65536> block_{};
};

/// The path of an entry in UTF-8, or its bytes where the zip declares no encoding.
std::string path_of(archive_entry* entry);

}  // namespace tributary::catalogue
