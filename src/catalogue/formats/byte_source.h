// catalogue/formats/byte_source.h
//
// The bytes of an input, block by block: a plain file, one packed with xz or gzip, or an entry of a
// zip.
//
//   auto source = TRY(open_bytes({.file = "cordis.zip", .entry = "project.csv"}));
//   for (auto block = TRY(source->next_block()); !block.empty(); block = TRY(source->next_block()))
//   …
//
// Memory is bounded by the block size and the state of the decompressor, whatever the size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace tributary::catalogue {

/// Something to read: a file, or an entry of a zip file.
struct Input {
  Path file;
  std::string entry = {};    ///< path inside the zip, with '/'; empty for the file itself
  std::string copy_of = {};  ///< where `file` is a temporary copy: the name of what it copies

  /// As the user would find it: "folder/archive.zip!entry.csv".
  [[nodiscard]] std::string name() const;
  bool operator==(const Input&) const = default;
};

/// A stream of bytes. Not thread-safe.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  /// The next bytes, empty only at the end; valid until the next call. Errors: `corrupt` when the
  /// input is truncated or a checksum does not match, `io`, each naming the input.
  virtual Result<std::string_view> next_block() = 0;

  /// Bytes of the file as it lies on the disk (packed) that were read so far; of a zip, only those
  /// of the entry.
  [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
};

/// Opens `input`; xz and gzip are recognised by their first bytes. Errors: `not_found` for a
/// missing file or entry, `corrupt` for a broken archive, `unsupported` for an encrypted entry,
/// `io`.
Result<std::unique_ptr<ByteSource>> open_bytes(const Input& input);

/// `text` as a source of blocks of `block_bytes`; for text that is in memory already.
std::unique_ptr<ByteSource> source_of(std::string text, std::size_t block_bytes = 65536);

struct ArchiveEntry {
  std::string path;
  std::uint64_t size_bytes = 0;  ///< unpacked; 0 where the zip does not say
};

/// The files in a zip, sorted by path, from its directory alone: nothing is unpacked. Errors:
/// `corrupt`, `io`, `not_found`, naming the file.
Result<std::vector<ArchiveEntry>> list_zip(const Path& file);

}  // namespace tributary::catalogue
