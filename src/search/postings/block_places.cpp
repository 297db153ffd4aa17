#include "search/postings/block_places.h"

#include <algorithm>

namespace tributary::search {
namespace {

/// Where the average puts a block.
std::uint64_t average_begin(std::size_t block, std::uint32_t slope) {
  return std::uint64_t{block} * slope >> 8;
}

}  // namespace

void append_block_places(std::string& to, std::span<const std::uint32_t> begins) {
  const auto average = 256 * std::uint64_t{begins.back()} / (begins.size() - 1);
  const auto slope = static_cast<std::uint32_t>(std::min<std::uint64_t>(average, UINT32_MAX));
  std::uint64_t low = 0;
  for (std::size_t block = 0; block < begins.size(); ++block) {
    const auto put = average_begin(block, slope);
    if (put > begins[block]) low = std::max(low, put - begins[block]);
  }
  std::uint64_t all = 0;
  for (std::size_t block = 0; block < begins.size(); ++block) {
    all |= begins[block] + low - average_begin(block, slope);
  }
  const auto width = static_cast<unsigned>(std::bit_width(all));
  append(to, slope);
  append_varint(to, static_cast<std::uint32_t>(low));
  to.push_back(static_cast<char>(width));
  BitWriter bits(to);
  for (std::size_t block = 0; block < begins.size(); ++block) {
    bits.add(begins[block] + low - average_begin(block, slope), width);
  }
  bits.finish();
}

void BlockPlaces::open(ByteReader& from, std::size_t blocks) {
  slope_ = from.fixed<std::uint32_t>();
  low_ = from.varint();
  width_ = std::min<unsigned>(from.fixed<std::uint8_t>(), kMostBits);
  const auto bits = std::uint64_t{blocks} * width_;
  beginnings_ = Bits(from.bytes(bytes_of_bits(bits)));
}

}  // namespace tributary::search
