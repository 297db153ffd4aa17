// catalogue/formats/spilled_bytes.h
//
// A long list of strings in little memory: kept in memory while small, then in a temporary file
// read through a cache of pages. XLSX keeps the text of all cells in one such list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace tributary::catalogue {

/// Bytes that are appended, then read at random. Not thread-safe.
class SpilledBytes {
 public:
  /// Goes to a temporary file (already removed from its folder) over `memory_bytes`.
  explicit SpilledBytes(std::size_t memory_bytes) : memory_bytes_(memory_bytes) {}
  SpilledBytes(SpilledBytes&& other) noexcept;
  SpilledBytes& operator=(SpilledBytes&&) = delete;
  ~SpilledBytes();

  [[nodiscard]] std::uint64_t size_bytes() const { return written_bytes_ + tail_.size(); }

  /// Errors: `io` when the temporary file cannot be written.
  Result<> append(std::string_view bytes);

  /// Appends the bytes [offset, offset + size_bytes) to `to`. Errors: `io`.
  /// REQUIRES: the range was appended before.
  Result<> read(std::uint64_t offset, std::size_t size_bytes, std::string& to);

 private:
  struct Page {
    std::uint64_t number = UINT64_MAX;
    std::string bytes;
  };

  Result<> spill();
  Result<const Page*> page(std::uint64_t number);

  std::size_t memory_bytes_;
  std::string tail_;  ///< behind what is in the file
  int descriptor_ = -1;
  std::uint64_t written_bytes_ = 0;
  std::vector<Page> pages_;
};

/// Strings by number. Holds up to about 170 MB. Not thread-safe.
class SpilledStrings {
 public:
  static constexpr std::size_t kMemoryBytes = std::size_t{48} << 20U;

  explicit SpilledStrings(std::size_t memory_bytes = kMemoryBytes)
      : text_(memory_bytes), ends_(memory_bytes / 2) {}

  [[nodiscard]] std::uint64_t size() const { return count_; }
  Result<> append(std::string_view text);

  /// Appends string `number` to `to`. Errors: `io`. REQUIRES: number < size().
  Result<> read(std::uint64_t number, std::string& to);

 private:
  SpilledBytes text_;
  SpilledBytes ends_;  ///< eight bytes a string: where it ends in text_
  std::uint64_t count_ = 0;
  std::string bounds_;  ///< kept for its memory
};

}  // namespace tributary::catalogue
