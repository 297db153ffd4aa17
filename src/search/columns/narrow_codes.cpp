#include "search/columns/narrow_codes.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace tributary::search {
namespace {

template <class Narrow, class Code>
Result<> write_as(SectionFileWriter& file, std::span<const Code> codes) {
  if constexpr (std::is_same_v<Narrow, Code>) {
    return file.append(std::as_bytes(codes));
  } else {
    std::array<Narrow, 4096> narrow;
    while (!codes.empty()) {
      const auto some = codes.first(std::min(codes.size(), narrow.size()));
      std::ranges::transform(some, narrow.begin(),
                             [](auto code) { return static_cast<Narrow>(code); });
      TRY(file.append(std::as_bytes(std::span(narrow).first(some.size()))));
      codes = codes.subspan(some.size());
    }
    return {};
  }
}

template <class Code>
Result<> write_narrow(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                      std::span<const Code> codes, std::uint64_t greatest) {
  TRY(file.begin_section(tag, number));
  switch (bytes_of_codes(greatest)) {
    case 1:
      return write_as<std::uint8_t>(file, codes);
    case 2:
      return write_as<std::uint16_t>(file, codes);
    case 4:
      return write_as<std::uint32_t>(file, codes);
    default:
      return write_as<std::uint64_t>(file, codes);
  }
}

}  // namespace

Result<> write_codes(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                     std::span<const std::uint64_t> codes, std::uint64_t greatest) {
  return write_narrow(file, tag, number, codes, greatest);
}

Result<> write_codes(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                     std::span<const std::uint32_t> codes, std::uint64_t greatest) {
  return write_narrow(file, tag, number, codes, greatest);
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
