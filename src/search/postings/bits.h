// search/postings/bits.h
//
// Numbers of a few bits each, one after another, lowest bits first; and numbers in unary: so many
// zeros, then a one.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

#include "base/bytes.h"

namespace tributary::search {

/// Bits that can be written or read at a time.
inline constexpr unsigned kMostBits = 57;

/// Whole bytes that so many bits take.
inline constexpr std::size_t bytes_of_bits(std::uint64_t bits) {
  return static_cast<std::size_t>((bits + 7) / 8);
}

/// Appends to a string. Not thread-safe.
class BitWriter {
 public:
  explicit BitWriter(std::string& to) : to_(to) {}

  /// REQUIRES: `width` is at most kMostBits, and `number` has no more bits.
  void add(std::uint64_t number, unsigned width) {
    waiting_ |= number << bits_;
    bits_ += width;
    if (bits_ < kWord) return;
    append(to_, waiting_);
    bits_ -= kWord;
    waiting_ = number >> (width - bits_);
  }

  void add_unary(std::uint32_t number) {
    constexpr unsigned kAtOnce = kMostBits - 1;
    for (; number >= kAtOnce; number -= kAtOnce) add(0, kAtOnce);
    add(std::uint64_t{1} << number, number + 1);
  }

  void add_zeros(std::uint64_t bits) {
    for (; bits > kMostBits; bits -= kMostBits) add(0, kMostBits);
    add(0, static_cast<unsigned>(bits));
  }

  /// Ends with a whole byte. Nothing may follow.
  void finish() {
    for (unsigned bit = 0; bit < bits_; bit += 8) {
      to_.push_back(static_cast<char>(waiting_ >> bit & 0xFF));
    }
    bits_ = 0;
  }

 private:
  static constexpr unsigned kWord = 64;

  std::string& to_;
  std::uint64_t waiting_ = 0;
  unsigned bits_ = 0;  ///< of those, under kWord
};

/// Bits by their place; zeros behind the end of the bytes, which must outlive it.
class Bits {
 public:
  Bits() = default;
  explicit Bits(std::span<const std::byte> bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint64_t size() const { return 8 * std::uint64_t{bytes_.size()}; }

  /// The 64 bits from a byte on.
  [[nodiscard]] std::uint64_t word(std::uint64_t byte) const {
    if (byte + sizeof(std::uint64_t) <= bytes_.size()) {
      return load<std::uint64_t>(bytes_.data() + byte);
    }
    std::uint64_t word = 0;
    if (byte < bytes_.size()) std::memcpy(&word, bytes_.data() + byte, bytes_.size() - byte);
    return word;
  }

  /// REQUIRES: `width` is at most kMostBits.
  [[nodiscard]] std::uint64_t number(std::uint64_t bit, unsigned width) const {
    return word(bit / 8) >> bit % 8 & ((std::uint64_t{1} << width) - 1);
  }

  /// How many of `count` bits are ones.
  [[nodiscard]] std::uint32_t ones(std::uint64_t bit, std::uint32_t count) const {
    int ones = 0;
    for (; count > kMostBits; count -= kMostBits, bit += kMostBits) {
      ones += std::popcount(number(bit, kMostBits));
    }
    return static_cast<std::uint32_t>(ones + std::popcount(number(bit, count)));
  }

 private:
  std::span<const std::byte> bytes_;
};

/// Reads numbers in unary; zeros behind the end. Not thread-safe.
class UnaryReader {
 public:
  void open(Bits bits, std::uint64_t bit) {
    bits_ = bits;
    at_ = bit;
    byte_ = bit / 8;
    word_ = bits_.word(byte_) & ~std::uint64_t{0} << bit % 8;
  }

  std::uint32_t next() {
    if (word_ == 0 && !find_word()) return 0;
    return end_at(std::countr_zero(word_));
  }

  /// Passes by so many numbers.
  void skip(std::uint32_t numbers);

  /// The place of the bit behind the number read last.
  [[nodiscard]] std::uint64_t at() const { return at_; }

 private:
  /// Moves to the next word with a one; false at the end.
  bool find_word() {
    do {
      byte_ += sizeof word_;
      if (8 * byte_ >= bits_.size()) return false;
      word_ = bits_.word(byte_);
    } while (word_ == 0);
    return true;
  }
  /// The number that ends with this bit of the word, of which only the ones behind are left.
  std::uint32_t end_at(int bit) {
    const auto behind = 8 * byte_ + static_cast<std::uint64_t>(bit) + 1;
    const auto zeros = static_cast<std::uint32_t>(behind - at_ - 1);
    at_ = behind;
    word_ &= ~std::uint64_t{1} << bit;
    return zeros;
  }

  Bits bits_;
  std::uint64_t at_ = 0;
  std::uint64_t byte_ = 0;  ///< where word_ begins
  std::uint64_t word_ = 0;  ///< less the ones that are read
};

}  // namespace tributary::search
