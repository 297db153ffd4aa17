// What AVX-512 does faster than AVX2. The other kernels gain nothing from it where they were
// measured (bench/results/kernels.md), so that set takes them from the AVX2 one.
#include "search/kernels/kernel_sets.h"

#if defined(__x86_64__)
#include <immintrin.h>

namespace tributary::search::avx512 {
namespace {

constexpr std::size_t kWordsAtOnce = 8;

/// The first `count` words of a vector, all of them from eight on.
__mmask8 first_words(std::size_t count) {
  return static_cast<__mmask8>(count >= kWordsAtOnce ? 0xFF : (1U << count) - 1);
}

std::uint64_t sum_of_words(__m512i words) {
  std::uint64_t parts[kWordsAtOnce];
  _mm512_storeu_si512(parts, words);
  std::uint64_t sum = 0;
  for (const std::uint64_t part : parts) sum += part;
  return sum;
}

}  // namespace

// Vectors of set bits are an extension of their own that the rest of the file must not use.
[[gnu::target("avx512vpopcntdq")]]
std::uint64_t count_bits(const std::uint64_t* left, std::size_t words) {
  __m512i sums = _mm512_setzero_si512();
  for (std::size_t i = 0; i < words; i += kWordsAtOnce) {
    const __m512i bits = _mm512_maskz_loadu_epi64(first_words(words - i), left + i);
    sums = _mm512_add_epi64(sums, _mm512_popcnt_epi64(bits));
  }
  return sum_of_words(sums);
}

[[gnu::target("avx512vpopcntdq")]]
std::uint64_t count_common_bits(const std::uint64_t* left, const std::uint64_t* right,
                                std::size_t words) {
  __m512i sums = _mm512_setzero_si512();
  for (std::size_t i = 0; i < words; i += kWordsAtOnce) {
    const __mmask8 present = first_words(words - i);
    const __m512i bits = _mm512_and_si512(_mm512_maskz_loadu_epi64(present, left + i),
                                          _mm512_maskz_loadu_epi64(present, right + i));
    sums = _mm512_add_epi64(sums, _mm512_popcnt_epi64(bits));
  }
  return sum_of_words(sums);
}

void unpack_bits(const std::byte* bits, std::size_t words, std::uint32_t first,
                 std::uint32_t* numbers) {
  const __m512i lanes = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  for (std::size_t part = 0; part < 4 * words; ++part, first += 16) {
    std::uint16_t sixteen = 0;
    __builtin_memcpy(&sixteen, bits + part * sizeof sixteen, sizeof sixteen);
    const __m512i all = _mm512_add_epi32(lanes, _mm512_set1_epi32(static_cast<int>(first)));
    _mm512_storeu_si512(numbers, _mm512_maskz_compress_epi32(sixteen, all));
    numbers += _mm_popcnt_u32(sixteen);
  }
}

std::size_t collect_above(const std::uint32_t* sums, const std::uint64_t* mask,
                          std::uint32_t threshold, std::uint32_t first, std::uint32_t* numbers,
                          std::uint32_t* values) {
  const __m512i bound = _mm512_set1_epi32(static_cast<int>(threshold));
  const __m512i lanes = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  std::size_t found = 0;
  for (std::uint32_t word = 0; word < kWindowWords; ++word) {
    std::uint32_t start = word * 64;
    for (std::uint64_t left = mask[word]; left != 0; left >>= 16, start += 16) {
      const __m512i sixteen = _mm512_loadu_si512(sums + start);
      const __mmask16 wanted =
          _mm512_mask_cmpgt_epu32_mask(static_cast<__mmask16>(left), sixteen, bound);
      if (wanted == 0) continue;
      const __m512i all =
          _mm512_add_epi32(lanes, _mm512_set1_epi32(static_cast<int>(first + start)));
      // Compressing into a register and storing all of it: some processors take a hundred cycles
      // to compress into memory.
      _mm512_storeu_si512(numbers + found, _mm512_maskz_compress_epi32(wanted, all));
      _mm512_storeu_si512(values + found, _mm512_maskz_compress_epi32(wanted, sixteen));
      found += static_cast<std::size_t>(_mm_popcnt_u32(wanted));
    }
  }
  return found;
}

std::int32_t dot_product(const std::int8_t* left, const std::int8_t* right, std::size_t count) {
  __m512i sums = _mm512_setzero_si512();
  for (std::size_t i = 0; i < count; i += 32) {
    const __mmask32 present = count - i >= 32 ? ~__mmask32{0} : (__mmask32{1} << (count - i)) - 1;
    const __m512i a = _mm512_cvtepi8_epi16(_mm256_maskz_loadu_epi8(present, left + i));
    const __m512i b = _mm512_cvtepi8_epi16(_mm256_maskz_loadu_epi8(present, right + i));
    sums = _mm512_add_epi32(sums, _mm512_madd_epi16(a, b));
  }
  return _mm512_reduce_add_epi32(sums);
}

}  // namespace tributary::search::avx512
#endif
