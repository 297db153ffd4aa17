// search/index/string_table.h
//
// Many strings in two sections: where each begins, and their bytes one after another.
//
//   offsets  u64 × (n + 1): string i is bytes offsets[i] .. offsets[i + 1]
//   bytes    as they are, UTF-8, nothing between
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/index/section_file.h"

namespace tributary::search {

class StringTableBuilder {
 public:
  void add(std::string_view text) {
    bytes_.append(text);
    offsets_.push_back(bytes_.size());
  }
  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
  Result<> write(SectionFileWriter& file, SectionTag offsets, SectionTag bytes,
                 std::uint32_t number = 0) const;

 private:
  std::vector<std::uint64_t> offsets_{0};
  std::string bytes_;
};

/// Views a table inside a SectionFile, which must outlive it. Safe from any thread.
class StringTable {
 public:
  /// Errors: `corrupt` when an offset runs backwards or past the bytes.
  static Result<StringTable> open(const SectionFile& file, SectionTag offsets, SectionTag bytes,
                                  std::uint32_t number = 0);

  [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    return bytes_.substr(offsets_[index], offsets_[index + 1] - offsets_[index]);
  }

  /// The first index whose string is not less than `text`. REQUIRES: the strings ascend.
  [[nodiscard]] std::size_t lower_bound(std::string_view text) const;

 private:
  StringTable(std::span<const std::uint64_t> offsets, std::string_view bytes)
      : offsets_(offsets), bytes_(bytes) {}

  std::span<const std::uint64_t> offsets_;
  std::string_view bytes_;
};

}  // namespace tributary::search
