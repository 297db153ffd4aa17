#include "search/postings/packed_numbers.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tributary::search {
namespace {

constexpr std::uint32_t kMostExceptions = 255;
constexpr unsigned kMostBits = 32;

/// Bits of an exception's place, about.
constexpr std::size_t kPlaceBits = 8;

unsigned width_of(std::span<const std::uint32_t> numbers) {
  std::array<std::uint32_t, kMostBits + 1> of_width{};
  for (const auto number : numbers) ++of_width[static_cast<unsigned>(std::bit_width(number))];
  unsigned best = kMostBits;
  std::size_t best_bits = numbers.size() * kMostBits;
  std::size_t exceptions = 0;
  for (unsigned width = kMostBits; width > 0;) {
    exceptions += of_width[width--];
    if (exceptions > kMostExceptions) break;
    std::size_t bits = numbers.size() * width;
    for (unsigned wider = width + 1; wider <= kMostBits; ++wider) {
      bits += of_width[wider] * (kPlaceBits + 8 * ((wider - width + 6) / 7));
    }
    if (bits <= best_bits) {
      best = width;
      best_bits = bits;
    }
  }
  return best;
}

}  // namespace

void append_packed(std::string& to, std::span<const std::uint32_t> numbers) {
  const auto width = width_of(numbers);
  to.push_back(static_cast<char>(width));
  const auto count_at = to.size();
  to.push_back(0);
  unsigned exceptions = 0;
  std::uint32_t before = 0;
  for (std::uint32_t place = 0; place < numbers.size(); ++place) {
    const auto high = std::uint64_t{numbers[place]} >> width;
    if (high == 0) continue;
    append_varint(to, place - before);
    append_varint(to, static_cast<std::uint32_t>(high));
    before = place;
    ++exceptions;
  }
  to[count_at] = static_cast<char>(exceptions);

  std::uint64_t waiting = 0;
  unsigned waiting_bits = 0;
  const auto mask = (std::uint64_t{1} << width) - 1;
  for (const auto number : numbers) {
    waiting |= (number & mask) << waiting_bits;
    waiting_bits += width;
    for (; waiting_bits >= 8; waiting_bits -= 8, waiting >>= 8) {
      to.push_back(static_cast<char>(waiting & 0xFF));
    }
  }
  if (waiting_bits > 0) to.push_back(static_cast<char>(waiting & 0xFF));
}

void PackedNumbers::open(ByteReader& from, std::uint32_t count) {
  open_exceptions(from);
  packed_ = from.bytes(static_cast<std::size_t>((std::uint64_t{count} * width_ + 7) / 8));
}

void PackedNumbers::open_last(ByteReader& from) {
  open_exceptions(from);
  packed_ = from.bytes(from.remaining());
}

void PackedNumbers::open_exceptions(ByteReader& from) {
  next_ = 0;
  width_ = std::min<std::uint32_t>(from.fixed<std::uint8_t>(), kMostBits);
  mask_ = (std::uint64_t{1} << width_) - 1;
  exceptions_ = from.fixed<std::uint8_t>();
  std::uint32_t place = 0;
  for (std::uint32_t number = 0; number < exceptions_; ++number) {
    place += from.varint();
    places_[number] = place;
    high_[number] = from.varint();
  }
}

std::uint32_t PackedNumbers::low_bits(std::uint64_t bit) const {
  const auto byte = static_cast<std::size_t>(bit / 8);
  std::uint64_t bytes = 0;
  if (byte + sizeof bytes <= packed_.size()) {
    bytes = load<std::uint64_t>(packed_.data() + byte);
  } else if (byte < packed_.size()) {
    std::memcpy(&bytes, packed_.data() + byte, packed_.size() - byte);
  }
  return static_cast<std::uint32_t>(bytes >> bit % 8 & mask_);
}

}  // namespace tributary::search
