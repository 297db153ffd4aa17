#include "search/postings/digits.h"

#include <algorithm>
#include <array>

namespace tributary::search {

/// As many as are put together at most.
static constexpr std::uint32_t kMostDigits = 6;

/// How digits below a limit are put together.
struct DigitPacking {
  std::uint8_t together = 1;                         ///< digits of a number
  std::array<std::uint8_t, kMostDigits + 1> bits{};  ///< of a number of so many digits
  std::uint64_t inverse = 0;                         ///< a bit more than 2^64 / limit; 0 for 1
};

namespace {

/// So that a product with a limit's inverse is exact where 64 bits of it are left out.
constexpr unsigned kMostBitsOfAll = 47;

constexpr DigitPacking packing_below(std::uint32_t limit) {
  DigitPacking packing;
  std::uint64_t values = 1;
  for (std::uint32_t digits = 1; digits <= kMostDigits; ++digits) {
    values *= limit;
    const auto bits = static_cast<unsigned>(std::bit_width(values - 1));
    if (bits > kMostBitsOfAll) break;
    packing.bits[digits] = static_cast<std::uint8_t>(bits);
    if (bits * packing.together < packing.bits[packing.together] * digits) {
      packing.together = static_cast<std::uint8_t>(digits);
    }
  }
  if (limit > 1) packing.inverse = UINT64_MAX / limit + 1;
  return packing;
}

constexpr auto kPackings = [] {
  std::array<DigitPacking, kDigitLimits> packings{};
  for (std::uint32_t limit = 1; limit < kDigitLimits; ++limit) {
    packings[limit] = packing_below(limit);
  }
  return packings;
}();

/// place / digits for places in a block, by a product.
constexpr std::uint32_t number_with(std::uint32_t place, std::uint32_t digits) {
  constexpr auto kInverses = [] {
    std::array<std::uint32_t, kMostDigits + 1> inverses{};
    for (std::uint32_t d = 1; d <= kMostDigits; ++d) inverses[d] = (1U << 16U) / d + 1;
    return inverses;
  }();
  return static_cast<std::uint32_t>(std::uint64_t{place} * kInverses[digits] >> 16U);
}

__extension__ using Product = unsigned __int128;

std::uint64_t quotient(std::uint64_t value, const DigitPacking& packing) {
  return static_cast<std::uint64_t>(static_cast<Product>(value) * packing.inverse >> 64U);
}

}  // namespace

std::uint64_t bits_of_digits(std::uint32_t limit, std::uint32_t count) {
  const auto& packing = kPackings[limit];
  const std::uint32_t together = packing.together;
  return std::uint64_t{count / together} * packing.bits[together] + packing.bits[count % together];
}

void append_digits(BitWriter& to, std::uint32_t limit, std::span<const std::uint32_t> digits) {
  const auto& packing = kPackings[limit];
  while (!digits.empty()) {
    const auto some = digits.first(std::min<std::size_t>(digits.size(), packing.together));
    std::uint64_t value = 0;
    for (std::size_t place = some.size(); place > 0; --place)
      value = value * limit + some[place - 1];
    to.add(value, packing.bits[some.size()]);
    digits = digits.subspan(some.size());
  }
}

void Digits::open(Bits bits, std::uint64_t bit, std::uint32_t limit, std::uint32_t count) {
  bits_ = bits;
  bit_ = bit;
  limit_ = limit;
  count_ = count;
  packing_ = &kPackings[limit];
  number_ = kNoNumber;
}

std::uint32_t Digits::at(std::uint32_t place) {
  const std::uint32_t together = packing_->together;
  const auto number = number_with(place, together);
  const auto digit = place - number * together;
  if (number != number_ || digit < digit_) {
    const auto digits = std::min(together, count_ - number * together);
    number_ = number;
    digit_ = 0;
    value_ = bits_.number(bit_ + std::uint64_t{number} * packing_->bits[together],
                          packing_->bits[digits]);
  }
  for (; digit_ < digit; ++digit_) value_ = quotient(value_, *packing_);
  const auto above = quotient(value_, *packing_);
  const auto found = static_cast<std::uint32_t>(value_ - above * limit_);
  value_ = above;
  ++digit_;
  return found;
}

}  // namespace tributary::search
