// base/file.h
//
// Files: read whole, map read-only, and write so that a crash leaves either the old file or the new
// one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace tributary {

using Path = std::filesystem::path;

/// The whole file. Errors: `not_found`, `io`, each naming the path.
Result<std::string> read_file(const Path& path);

/// Writes beside the target under a temporary name, flushes to the disk, renames over it and
/// flushes the folder. Errors: `io` naming the path; the old file is then untouched.
Result<> write_file_atomically(const Path& path, std::string_view bytes);

/// Makes the content of the file survive a power cut.
Result<> flush_file(const Path& path);

/// Has what is written to this descriptor so far go to the disk, without waiting: flush_file() then
/// has less to wait for.
void begin_to_flush(int descriptor);

/// Makes a rename or a new entry in `folder` survive a power cut.
Result<> flush_folder(const Path& folder);

/// The bytes of a file for as long as this object lives: mapped read-only, or a copy of them.
/// Movable; reading is safe from any thread.
class MappedFile {
 public:
  /// Large ones are for a file that is read here and there: the processor then has fewer pages to
  /// look up. Files cannot have them, so the bytes are copied into memory that can; those of a file
  /// below some megabytes stay where they are.
  enum class PageSize : std::uint8_t { small, large };

  /// Errors: `not_found`, `io`, each naming the path; the latter also where there is no memory.
  static Result<MappedFile> open(const Path& path, PageSize pages = PageSize::small);

  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_bytes_}; }

  /// Gives back the memory of what was read so far; it is read again where it is looked at. Nothing
  /// where the bytes are a copy.
  void drop_pages() const;

 private:
  MappedFile(std::byte* mapping, std::size_t mapping_bytes)
      : data_(mapping),
        size_bytes_(mapping_bytes),
        mapping_(mapping),
        mapping_bytes_(mapping_bytes) {}
  static Result<MappedFile> copy_of(int descriptor, std::size_t size_bytes, const Path& path);

  const std::byte* data_ = nullptr;
  std::size_t size_bytes_ = 0;
  std::byte* mapping_ = nullptr;  ///< what data_ lies in
  std::size_t mapping_bytes_ = 0;
  bool is_copy_ = false;
};

/// A new folder under the system's temporary folder, removed with its content at the end of its
/// life.
class TemporaryFolder {
 public:
  static Result<TemporaryFolder> create();

  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
  ~TemporaryFolder();

  [[nodiscard]] const Path& path() const { return path_; }

 private:
  explicit TemporaryFolder(Path path) : path_(std::move(path)) {}

  Path path_;
};

}  // namespace tributary
