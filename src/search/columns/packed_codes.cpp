#include "search/columns/packed_codes.h"

#include <algorithm>
#include <string>

#include "search/postings/bits.h"

namespace tributary::search {
namespace {

constexpr std::size_t kZerosBehind = sizeof(std::uint64_t);
constexpr std::size_t kFlushBytes = std::size_t{64} << 10U;

unsigned bits_of(std::uint32_t greatest) { return static_cast<unsigned>(std::bit_width(greatest)); }

}  // namespace

Result<> write_packed_codes(SectionFileWriter& file, SectionTag tag, std::uint32_t number,
                            std::span<const std::uint32_t> codes, std::uint32_t greatest) {
  TRY(file.begin_section(tag, number));
  std::string packed;
  BitWriter bits(packed);
  for (const auto code : codes) {
    bits.add(code, bits_of(greatest));
    if (packed.size() < kFlushBytes) continue;
    TRY(file.append(packed));
    packed.clear();
  }
  bits.finish();
  packed.append(kZerosBehind, '\0');
  return file.append(packed);
}

Result<PackedCodes> PackedCodes::open(const SectionFile& file, SectionTag tag, std::uint32_t number,
                                      std::size_t size, std::uint32_t greatest) {
  const auto bytes = TRY(file.section(tag, number));
  const auto bits = bits_of(greatest);
  if (bytes.size() != (size * bits + 7) / 8 + kZerosBehind) {
    return file.broken("a column has another number of values");
  }
  const PackedCodes codes(bytes.data(), size, bits);
  std::uint32_t found = 0;
  for (std::size_t place = 0; place < size; ++place) found = std::max(found, codes[place]);
  if (found > greatest) return file.broken("a column holds a number that is too high");
  return codes;
}

}  // namespace tributary::search
