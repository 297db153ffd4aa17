#include "search/columns/narrow_codes.h"

#include <algorithm>
#include <vector>

namespace tributary::search {
namespace {

template <class Code>
Result<> write_as(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                  std::span<const std::uint64_t> codes) {
  std::vector<Code> narrow(codes.size());
  std::ranges::transform(codes, narrow.begin(), [](auto code) { return static_cast<Code>(code); });
  return file.section(tag, number, std::span<const Code>(narrow));
}

}  // namespace

Result<> write_codes(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                     std::span<const std::uint64_t> codes, std::uint64_t greatest) {
  switch (bytes_of_codes(greatest)) {
    case 1:
      return write_as<std::uint8_t>(file, tag, number, codes);
    case 2:
      return write_as<std::uint16_t>(file, tag, number, codes);
    case 4:
      return write_as<std::uint32_t>(file, tag, number, codes);
    default:
      return file.section(tag, number, codes);
  }
}

Result<NarrowCodes> NarrowCodes::open(const SectionFile& file, SectionTag tag, std::uint32_t number,
                                      std::uint64_t greatest) {
  const auto bytes = TRY(file.section(tag, number));
  const auto each = bytes_of_codes(greatest);
  if (bytes.size() % each != 0) return file.broken("a section has an odd size");
  const NarrowCodes codes(bytes.data(), bytes.size() / each, each);
  const bool fits = codes.visit([&](const auto* all) {
    return std::all_of(all, all + codes.size(), [&](auto code) { return code <= greatest; });
  });
  if (!fits) return file.broken("a column holds a number that is too high");
  return codes;
}

}  // namespace tributary::search
