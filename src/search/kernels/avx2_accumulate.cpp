// Marking the postings in a bit set costs more than adding them up: a word that was just written is
// read again for the next posting, which waits for it. The two ways around it are for dense and for
// sparse postings; bench/results/kernels.md has their figures.
#include "search/kernels/kernel_sets.h"

#if defined(__x86_64__)
#include <immintrin.h>

namespace tributary::search::avx2 {
namespace {

/// With as many postings for a word of `touched`, a byte for each document is cheaper.
constexpr std::size_t kDensePostings = 8;

/// A byte for each document is written without being read; the bytes become bits at the end.
void accumulate_dense(const std::uint32_t* numbers, const std::uint8_t* weights, std::size_t count,
                      std::uint32_t factor, std::uint32_t first, std::uint32_t* sums,
                      std::uint64_t* touched) {
  constexpr std::uint8_t kMark = 0x80;  // what movemask takes
  alignas(32) std::uint8_t marks[kWindowDocuments];
  const auto half_word = [&](std::size_t word, std::size_t half) {
    return reinterpret_cast<__m256i*>(marks + 64 * word + 32 * half);
  };
  const std::uint32_t first_word = (numbers[0] - first) / 64;
  const std::uint32_t last_word = (numbers[count - 1] - first) / 64;
  for (std::uint32_t word = first_word; word <= last_word; ++word) {
    _mm256_store_si256(half_word(word, 0), _mm256_setzero_si256());
    _mm256_store_si256(half_word(word, 1), _mm256_setzero_si256());
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t offset = numbers[i] - first;
    sums[offset] += factor * weights[i];
    marks[offset] = kMark;
  }
  for (std::uint32_t word = first_word; word <= last_word; ++word) {
    const auto bits = [&](std::size_t half) -> std::uint64_t {
      return static_cast<std::uint32_t>(
          _mm256_movemask_epi8(_mm256_load_si256(half_word(word, half))));
    };
    touched[word] |= bits(0) | bits(1) << 32;
  }
}

/// Both halves of the list take turns: what follows each other lies in different words.
void accumulate_sparse(const std::uint32_t* numbers, const std::uint8_t* weights, std::size_t count,
                       std::uint32_t factor, std::uint32_t first, std::uint32_t* sums,
                       std::uint64_t* touched) {
  const auto add = [=](std::size_t i) {
    const std::uint32_t offset = numbers[i] - first;
    sums[offset] += factor * weights[i];
    touched[offset / 64] |= std::uint64_t{1} << offset % 64;
  };
  const std::size_t half = count / 2;
  for (std::size_t i = 0; i < half; ++i) {
    add(i);
    add(i + half);
  }
  if (count % 2 != 0) add(count - 1);
}

}  // namespace

void accumulate(const std::uint32_t* numbers, const std::uint8_t* weights, std::size_t count,
                std::uint32_t factor, std::uint32_t first, std::uint32_t* sums,
                std::uint64_t* touched) {
  if (count == 0) return;
  const std::size_t words = (numbers[count - 1] - first) / 64 - (numbers[0] - first) / 64 + 1;
  const auto accumulate_these =
      count >= kDensePostings * words ? accumulate_dense : accumulate_sparse;
  accumulate_these(numbers, weights, count, factor, first, sums, touched);
}

void accumulate_bits(const std::byte* bits, const std::uint8_t* weights, std::uint32_t factor,
                     std::uint32_t* sums, std::uint64_t* touched) {
  std::uint32_t numbers[kWindowDocuments + 16];
  std::size_t count = 0;
  for (std::size_t word = 0; word < kWindowWords; ++word) {
    std::uint64_t present = 0;
    __builtin_memcpy(&present, bits + word * sizeof present, sizeof present);
    count += static_cast<std::size_t>(_mm_popcnt_u64(present));
  }
  unpack_bits(bits, kWindowWords, 0, numbers);
  accumulate(numbers, weights, count, factor, 0, sums, touched);
}

}  // namespace tributary::search::avx2
#endif
