// search/index/section_spill.h
//
// A section that is made while others of its file are: its bytes wait beside the file, for a file
// takes one section after another.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "base/bytes.h"
#include "base/file.h"
#include "base/result.h"
#include "base/spill_file.h"
#include "search/index/section_file.h"

namespace tributary::search {

/// Holds kGatheredBytes; what is beyond lies in a temporary file. Not thread-safe.
class SectionSpill {
 public:
  /// For a file in `folder`.
  explicit SectionSpill(Path folder) : folder_(std::move(folder)) {}

  /// Errors: `io`.
  Result<> append(std::string_view bytes) {
    gathered_ += bytes;
    return gathered_.size() < kGatheredBytes ? Result<>() : spill();
  }
  Result<> append(std::span<const std::byte> bytes) {
    return append(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  }
  template <class T>
  Result<> append(const T& number)
    requires std::is_arithmetic_v<T>
  {
    return append(std::string_view(reinterpret_cast<const char*>(&number), sizeof number));
  }

  /// All that was appended, as a section. Errors: `io`.
  Result<> write(SectionFileWriter& file, SectionTag tag, std::uint32_t number = 0);

 private:
  static constexpr std::size_t kGatheredBytes = std::size_t{32} << 10U;

  Result<> spill();

  Path folder_;
  std::string gathered_;
  std::optional<SpillFile> spilled_;
};

}  // namespace tributary::search
