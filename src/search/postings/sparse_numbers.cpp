#include "search/postings/sparse_numbers.h"

namespace tributary::search {
namespace {

unsigned low_bits_of(std::uint32_t count, std::uint32_t limit) {
  if (count == 0 || count >= limit) return 0;
  return static_cast<unsigned>(std::bit_width(limit / count)) - 1;
}

}  // namespace

std::uint64_t bits_of_sparse(std::uint32_t count, std::uint32_t limit) {
  const auto low_bits = low_bits_of(count, limit);
  return std::uint64_t{count} * (low_bits + 1) + ((limit - 1) >> low_bits);
}

void append_sparse(BitWriter& to, std::span<const std::uint32_t> numbers, std::uint32_t limit) {
  const auto low_bits = low_bits_of(static_cast<std::uint32_t>(numbers.size()), limit);
  const auto mask = (1U << low_bits) - 1;
  for (const auto number : numbers) to.add(number & mask, low_bits);
  std::uint32_t above = 0;
  for (const auto number : numbers) {
    to.add_unary((number >> low_bits) - above);
    above = number >> low_bits;
  }
  // As many zeros as make the room the same whatever the numbers are.
  to.add_zeros(((limit - 1) >> low_bits) - above);
}

void SparseNumbers::open(Bits bits, std::uint64_t bit, std::uint32_t count, std::uint32_t limit) {
  bits_ = bits;
  bit_ = bit;
  low_bits_ = low_bits_of(count, limit);
  count_ = left_ = count;
  above_ = 0;
  highs_.open(bits, bit + std::uint64_t{count} * low_bits_);
  if (left_ > 0) read();
}

}  // namespace tributary::search
