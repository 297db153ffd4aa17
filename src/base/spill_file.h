// base/spill_file.h
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/file.h"
#include "base/result.h"

namespace tributary {

/// A temporary file without a name once it is open: appended to, then read at any place. It is
/// gone with the process, whatever ends it. Movable, not thread-safe.
class SpillFile {
 public:
  /// In `folder`. Errors: `io`, naming it.
  static Result<SpillFile> create(const Path& folder);

  SpillFile(SpillFile&& other) noexcept;
  SpillFile& operator=(SpillFile&& other) noexcept;
  ~SpillFile();

  [[nodiscard]] std::uint64_t size_bytes() const { return size_bytes_; }

  /// Errors: `io`, e.g. where the disk is full.
  Result<> append(std::string_view bytes);

  /// Fills `to` from `offset` on. REQUIRES: offset + to.size() <= size_bytes(). Errors: `io`.
  Result<> read_at(std::uint64_t offset, std::span<char> to) const;

 private:
  SpillFile(Path folder, int descriptor) : folder_(std::move(folder)), descriptor_(descriptor) {}
  [[nodiscard]] std::unexpected<Error> refused(std::string_view what) const;

  Path folder_;
  int descriptor_ = -1;
  std::uint64_t size_bytes_ = 0;
};

}  // namespace tributary
