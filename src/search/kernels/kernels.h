// search/kernels/kernels.h
//
// The inner loops of the engine, each with several implementations of one meaning: `scalar` is the
// oracle, `avx2` and `avx512` are faster; kernels() is the best that the processor runs. All give
// the same results to the bit (kernels_test.cpp); bench/results/kernels.md has their times.
//
//   kernels().unpack_gaps(packed, bits, base, documents);
//
// Pure functions over plain memory; safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace tributary::search {

/// Postings in a full block; the unit of packing and skipping.
inline constexpr std::uint32_t kBlockPostings = 128;

/// Documents that are scored together.
inline constexpr std::uint32_t kWindowDocuments = 4096;
inline constexpr std::uint32_t kWindowWords = kWindowDocuments / 64;

/// Words of a bitmap of so many documents in whole windows.
constexpr std::size_t words_in_windows(std::uint32_t documents) {
  return (std::size_t{documents} + kWindowDocuments - 1) / kWindowDocuments * kWindowWords;
}

struct Kernels {
  std::string_view name;  ///< "scalar", "avx2", "avx512"

  /// 128 document numbers from 128 gaps of `bits` (0..32) bits each: number i is number i−1 plus
  /// gap i plus 1, the number before the first being `base` (kNoDocument = UINT32_MAX before any:
  /// sums wrap). `packed` holds 16·bits bytes in four lanes: gap i lies in lane i mod 4 as that
  /// lane's value i / 4; each lane is a stream of 32-bit words, lowest bits first, and word w of
  /// lane l is the 32-bit word 4·w + l of `packed`.
  void (*unpack_gaps)(const std::byte* packed, unsigned bits, std::uint32_t base,
                      std::uint32_t* numbers);

  /// Writes first + i for every bit i of `bits` (`words` words, at any alignment), ascending. Room
  /// for 16 numbers more than there are bits.
  void (*unpack_bits)(const std::byte* bits, std::size_t words, std::uint32_t first,
                      std::uint32_t* numbers);

  /// For i below count: sums[numbers[i] − first] += factor · weights[i]; numbers ascend, all in
  /// [first, first + 4096); sets the bit of each in `touched` (64 words).
  void (*accumulate)(const std::uint32_t* numbers, const std::uint8_t* weights, std::size_t count,
                     std::uint32_t factor, std::uint32_t first, std::uint32_t* sums,
                     std::uint64_t* touched);

  /// Writes first + i for every i that has its bit in `mask` (64 words) and sums[i] > threshold,
  /// ascending, to numbers, and sums[i] to values; returns how many. Room for 4096 + 16 in both.
  std::size_t (*collect_above)(const std::uint32_t* sums, const std::uint64_t* mask,
                               std::uint32_t threshold, std::uint32_t first, std::uint32_t* numbers,
                               std::uint32_t* values);

  /// For every bit i of `bits` (64 words, at any alignment), ascending, with the next of `weights`:
  /// sums[i] += factor · weight; sets the bit in `touched` (64 words).
  void (*accumulate_bits)(const std::byte* bits, const std::uint8_t* weights, std::uint32_t factor,
                          std::uint32_t* sums, std::uint64_t* touched);

  /// Of those bits the ones whose weight is at least `least`: writes first + i to numbers and the
  /// weight to values, ascending; returns how many. Room for 4096 + 16 in both.
  std::size_t (*collect_bits)(const std::byte* bits, const std::uint8_t* weights,
                              std::uint8_t least, std::uint32_t first, std::uint32_t* numbers,
                              std::uint32_t* values);

  /// Of `count` numbers those whose weight is at least `least`, and their weights; returns how
  /// many. Room for 16 more than `count` in both.
  std::size_t (*collect_weights)(const std::uint32_t* numbers, const std::uint8_t* weights,
                                 std::size_t count, std::uint8_t least, std::uint32_t* kept,
                                 std::uint32_t* values);

  /// Which of 128 ascending numbers each of `count` others, which ascend too, is; 128 where it is
  /// none of them.
  void (*find_numbers)(const std::uint32_t* among, const std::uint32_t* numbers, std::size_t count,
                       std::uint8_t* places);

  /// How many of `count` numbers have their bit in `bits`, at any alignment. All four bytes of each
  /// 32 bits that hold one are read.
  std::uint64_t (*count_numbers)(const std::uint32_t* numbers, std::size_t count,
                                 const std::byte* bits);

  /// The same for numbers of 16 bits. Has what lies 2 KiB behind them fetched from memory, as lists
  /// that lie one behind the other are counted one after the other.
  std::uint64_t (*count_numbers_16)(const std::uint16_t* numbers, std::size_t count,
                                    const std::byte* bits);

  /// to &= from, to |= from, to &= ~from; word by word.
  void (*and_words)(std::uint64_t* to, const std::uint64_t* from, std::size_t words);
  void (*or_words)(std::uint64_t* to, const std::uint64_t* from, std::size_t words);
  void (*and_not_words)(std::uint64_t* to, const std::uint64_t* from, std::size_t words);

  /// Set bits of `left`, and of left & right.
  std::uint64_t (*count_bits)(const std::uint64_t* left, std::size_t words);
  std::uint64_t (*count_common_bits)(const std::uint64_t* left, const std::uint64_t* right,
                                     std::size_t words);

  /// ++counts[ordinals[d]] for every document d in `mask`. Of ordinals, only the entries of those
  /// documents are read; of counts, only theirs are written.
  void (*count_ordinals_8)(const std::uint64_t* mask, std::size_t words,
                           const std::uint8_t* ordinals, std::uint32_t* counts);
  void (*count_ordinals_16)(const std::uint64_t* mask, std::size_t words,
                            const std::uint16_t* ordinals, std::uint32_t* counts);
  void (*count_ordinals_32)(const std::uint64_t* mask, std::size_t words,
                            const std::uint32_t* ordinals, std::uint32_t* counts);

  /// Bit d of `mask` (`words` words) is set where codes[d] − least, wrapping round, is at most
  /// `span`, and cleared elsewhere; 64 codes a word.
  void (*select_codes_8)(const std::uint8_t* codes, std::size_t words, std::uint8_t least,
                         std::uint8_t span, std::uint64_t* mask);
  void (*select_codes_16)(const std::uint16_t* codes, std::size_t words, std::uint16_t least,
                          std::uint16_t span, std::uint64_t* mask);
  void (*select_codes_32)(const std::uint32_t* codes, std::size_t words, std::uint32_t least,
                          std::uint32_t span, std::uint64_t* mask);
  void (*select_codes_64)(const std::uint64_t* codes, std::size_t words, std::uint64_t least,
                          std::uint64_t span, std::uint64_t* mask);

  /// Sum of left[i] · right[i] over count signed bytes, count below 131,072 so that it cannot
  /// overflow; the similarity of two latent vectors.
  std::int32_t (*dot_product)(const std::int8_t* left, const std::int8_t* right, std::size_t count);
};

/// The fastest that this processor runs, chosen once. The environment variable
/// `TRIBUTARY_KERNELS=scalar|avx2|avx512` overrides the choice where the processor allows it.
const Kernels& kernels();

/// All that this processor runs, the scalar ones first; for tests and benchmarks.
std::span<const Kernels> available_kernels();

/// Packs 128 gaps of at most `bits` bits as unpack_gaps() reads them: 16·bits bytes.
void pack_gaps(const std::uint32_t* gaps, unsigned bits, std::byte* packed);

}  // namespace tributary::search
