// What each kernel means, in the plainest code: the oracle of the others.
#include <bit>
#include <cstring>

#include "search/kernels/kernel_sets.h"

namespace tributary::search {
namespace scalar {
namespace {

void unpack_gaps(const std::byte* packed, unsigned bits, std::uint32_t base,
                 std::uint32_t* numbers) {
  const auto word = [&](unsigned lane, unsigned number) -> std::uint64_t {
    std::uint32_t value = 0;
    std::memcpy(&value, packed + (4 * number + lane) * sizeof value, sizeof value);
    return value;
  };
  const std::uint64_t low_bits = (std::uint64_t{1} << bits) - 1;
  for (unsigned i = 0; i < kBlockPostings; ++i) {
    std::uint64_t gap = 0;
    if (bits > 0) {
      const unsigned bit = i / 4 * bits, shift = bit % 32;
      gap = word(i % 4, bit / 32) >> shift;
      if (shift + bits > 32) gap |= word(i % 4, bit / 32 + 1) << (32 - shift);
    }
    base += static_cast<std::uint32_t>(gap & low_bits) + 1;
    numbers[i] = base;
  }
}

void unpack_bits(const std::byte* bits, std::size_t words, std::uint32_t first,
                 std::uint32_t* numbers) {
  for (std::size_t i = 0; i < words; ++i, first += 64) {
    std::uint64_t word = 0;
    std::memcpy(&word, bits + i * sizeof word, sizeof word);
    for (; word != 0; word &= word - 1) {
      *numbers++ = first + static_cast<std::uint32_t>(std::countr_zero(word));
    }
  }
}

void accumulate(const std::uint32_t* numbers, const std::uint8_t* weights, std::size_t count,
                std::uint32_t factor, std::uint32_t first, std::uint32_t* sums,
                std::uint64_t* touched) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t offset = numbers[i] - first;
    sums[offset] += factor * weights[i];
    touched[offset / 64] |= std::uint64_t{1} << offset % 64;
  }
}

std::size_t collect_above(const std::uint32_t* sums, const std::uint64_t* mask,
                          std::uint32_t threshold, std::uint32_t first, std::uint32_t* numbers,
                          std::uint32_t* values) {
  std::size_t found = 0;
  for (std::uint32_t i = 0; i < kWindowDocuments; ++i) {
    if ((mask[i / 64] >> i % 64 & 1) == 0 || sums[i] <= threshold) continue;
    numbers[found] = first + i;
    values[found++] = sums[i];
  }
  return found;
}

/// Calls visit(i) for every bit i of a window, ascending.
template <class Visit>
void for_each_bit(const std::byte* bits, Visit visit) {
  for (std::uint32_t i = 0; i < kWindowWords; ++i) {
    std::uint64_t word = 0;
    std::memcpy(&word, bits + i * sizeof word, sizeof word);
    for (; word != 0; word &= word - 1) {
      visit(i * 64 + static_cast<std::uint32_t>(std::countr_zero(word)));
    }
  }
}

void accumulate_bits(const std::byte* bits, const std::uint8_t* weights, std::uint32_t factor,
                     std::uint32_t* sums, std::uint64_t* touched) {
  for_each_bit(bits, [&](std::uint32_t i) {
    sums[i] += factor * *weights++;
    touched[i / 64] |= std::uint64_t{1} << i % 64;
  });
}

// Those that collect by weight have no branch, which could not be foreseen.

std::size_t collect_bits(const std::byte* bits, const std::uint8_t* weights, std::uint8_t least,
                         std::uint32_t first, std::uint32_t* numbers, std::uint32_t* values) {
  std::size_t found = 0;
  for_each_bit(bits, [&](std::uint32_t i) {
    const std::uint8_t weight = *weights++;
    numbers[found] = first + i;
    values[found] = weight;
    found += weight >= least ? 1U : 0U;
  });
  return found;
}

std::size_t collect_weights(const std::uint32_t* numbers, const std::uint8_t* weights,
                            std::size_t count, std::uint8_t least, std::uint32_t* kept,
                            std::uint32_t* values) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < count; ++i) {
    kept[found] = numbers[i];
    values[found] = weights[i];
    found += weights[i] >= least ? 1U : 0U;
  }
  return found;
}

void find_numbers(const std::uint32_t* among, const std::uint32_t* numbers, std::size_t count,
                  std::uint8_t* places) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t place = 0;
    for (std::uint32_t half = kBlockPostings / 2; half > 0; half /= 2) {
      place += among[place + half - 1] < numbers[i] ? half : 0;
    }
    const bool is_there = among[place] == numbers[i];
    places[i] = static_cast<std::uint8_t>(is_there ? place : kBlockPostings);
  }
}

template <class Number>
std::uint64_t count_numbers(const Number* numbers, std::size_t count, const std::byte* bits) {
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < count; ++i) {
    found += std::to_integer<std::uint64_t>(bits[numbers[i] / 8] >> numbers[i] % 8) & 1;
  }
  return found;
}

void and_words(std::uint64_t* to, const std::uint64_t* from, std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) to[i] &= from[i];
}

void or_words(std::uint64_t* to, const std::uint64_t* from, std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) to[i] |= from[i];
}

void and_not_words(std::uint64_t* to, const std::uint64_t* from, std::size_t words) {
  for (std::size_t i = 0; i < words; ++i) to[i] &= ~from[i];
}

std::uint64_t count_bits(const std::uint64_t* left, std::size_t words) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < words; ++i) count += static_cast<unsigned>(std::popcount(left[i]));
  return count;
}

std::uint64_t count_common_bits(const std::uint64_t* left, const std::uint64_t* right,
                                std::size_t words) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < words; ++i) {
    count += static_cast<unsigned>(std::popcount(left[i] & right[i]));
  }
  return count;
}

template <class Ordinal>
void count_ordinals(const std::uint64_t* mask, std::size_t words, const Ordinal* ordinals,
                    std::uint32_t* counts) {
  for (std::size_t word = 0; word < words; ++word) {
    for (std::uint64_t left = mask[word]; left != 0; left &= left - 1) {
      ++counts[ordinals[word * 64 + static_cast<unsigned>(std::countr_zero(left))]];
    }
  }
}

template <class Code>
void select_codes(const Code* codes, std::size_t words, Code least, Code span,
                  std::uint64_t* mask) {
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t bits = 0;
    for (unsigned bit = 0; bit < 64; ++bit) {
      const auto above = static_cast<Code>(codes[word * 64 + bit] - least);
      bits |= std::uint64_t{above <= span} << bit;
    }
    mask[word] = bits;
  }
}

std::int32_t dot_product(const std::int8_t* left, const std::int8_t* right, std::size_t count) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += left[i] * right[i];
  return sum;
}

}  // namespace
}  // namespace scalar

constinit const Kernels kScalarKernels{
    .name = "scalar",
    .unpack_gaps = scalar::unpack_gaps,
    .unpack_bits = scalar::unpack_bits,
    .accumulate = scalar::accumulate,
    .collect_above = scalar::collect_above,
    .accumulate_bits = scalar::accumulate_bits,
    .collect_bits = scalar::collect_bits,
    .collect_weights = scalar::collect_weights,
    .find_numbers = scalar::find_numbers,
    .count_numbers = scalar::count_numbers<std::uint32_t>,
    .count_numbers_16 = scalar::count_numbers<std::uint16_t>,
    .and_words = scalar::and_words,
    .or_words = scalar::or_words,
    .and_not_words = scalar::and_not_words,
    .count_bits = scalar::count_bits,
    .count_common_bits = scalar::count_common_bits,
    .count_ordinals_8 = scalar::count_ordinals<std::uint8_t>,
    .count_ordinals_16 = scalar::count_ordinals<std::uint16_t>,
    .count_ordinals_32 = scalar::count_ordinals<std::uint32_t>,
    .select_codes_8 = scalar::select_codes<std::uint8_t>,
    .select_codes_16 = scalar::select_codes<std::uint16_t>,
    .select_codes_32 = scalar::select_codes<std::uint32_t>,
    .select_codes_64 = scalar::select_codes<std::uint64_t>,
    .dot_product = scalar::dot_product,
};

}  // namespace tributary::search
