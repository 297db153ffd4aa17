#include "search/index/string_table.h"

#include <algorithm>

namespace tributary::search {

Result<> StringTableBuilder::write(SectionFileWriter& file, SectionTag offsets, SectionTag bytes,
                                   std::uint32_t number) const {
  TRY(file.section(offsets, number, std::span<const std::uint64_t>(offsets_)));
  return file.section(bytes, number, std::span<const char>(bytes_));
}

Result<StringTable> StringTable::open(const SectionFile& file, SectionTag offsets, SectionTag bytes,
                                      std::uint32_t number) {
  const auto places = TRY(file.array<std::uint64_t>(offsets, number));
  const auto content = TRY(file.array<char>(bytes, number));
  if (places.empty() || places.front() != 0 || places.back() != content.size() ||
      !std::ranges::is_sorted(places)) {
    return file.broken("a table of strings is inconsistent");
  }
  return StringTable(places, {content.data(), content.size()});
}

std::size_t StringTable::lower_bound(std::string_view text) const {
  std::size_t low = 0, high = size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if ((*this)[middle] < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace tributary::search
