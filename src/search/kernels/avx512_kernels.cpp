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

__m512i sixteen_from(std::uint32_t first) {
  const __m512i lanes = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return _mm512_add_epi32(lanes, _mm512_set1_epi32(static_cast<int>(first)));
}

std::uint64_t word_at(const std::byte* bits, std::size_t number) {
  std::uint64_t word = 0;
  __builtin_memcpy(&word, bits + number * sizeof word, sizeof word);
  return word;
}

/// The next so many weights, and zeros; reads no further.
__m512i next_weights(const std::uint8_t* weights, std::uint64_t count) {
  return _mm512_maskz_loadu_epi8(_bzhi_u64(~std::uint64_t{0}, static_cast<unsigned>(count)),
                                 weights);
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
  // Long rows that come from memory are asked for beforehand: 30 GB/s instead of 25.
  constexpr std::size_t kBytesAhead = 8192;
  __m512i sums = _mm512_setzero_si512();
  for (std::size_t i = 0; i < words; i += kWordsAtOnce) {
    _mm_prefetch(reinterpret_cast<const char*>(right + i) + kBytesAhead, _MM_HINT_T0);
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

std::size_t collect_weights(const std::uint32_t* numbers, const std::uint8_t* weights,
                            std::size_t count, std::uint8_t least, std::uint32_t* kept,
                            std::uint32_t* values) {
  const __m512i bound = _mm512_set1_epi32(least);
  std::size_t found = 0;
  for (std::size_t i = 0; i < count; i += 16) {
    const auto present = static_cast<__mmask16>(count - i >= 16 ? 0xFFFF : (1U << (count - i)) - 1);
    const __m512i sixteen = _mm512_cvtepu8_epi32(_mm_maskz_loadu_epi8(present, weights + i));
    const __mmask16 wanted = _mm512_mask_cmpge_epu32_mask(present, sixteen, bound);
    const __m512i all = _mm512_maskz_loadu_epi32(present, numbers + i);
    _mm512_storeu_si512(kept + found, _mm512_maskz_compress_epi32(wanted, all));
    _mm512_storeu_si512(values + found, _mm512_maskz_compress_epi32(wanted, sixteen));
    found += static_cast<std::size_t>(_mm_popcnt_u32(wanted));
  }
  return found;
}

void find_numbers(const std::uint32_t* among, const std::uint32_t* numbers, std::size_t count,
                  std::uint8_t* places) {
  // With so many to find, most stand near the one before; few may stand anywhere.
  constexpr std::size_t kMany = 24;
  if (count >= kMany) {
    std::uint32_t part = 0;
    for (std::size_t i = 0; i < count; ++i) {
      while (part < kBlockPostings - 16 && among[part + 15] < numbers[i]) part += 16;
      const __mmask16 equal = _mm512_cmpeq_epi32_mask(
          _mm512_loadu_si512(among + part), _mm512_set1_epi32(static_cast<int>(numbers[i])));
      const std::uint32_t place = part + _tzcnt_u32(equal);
      places[i] = static_cast<std::uint8_t>(equal != 0 ? place : kBlockPostings);
    }
    return;
  }
  __m512i all[kBlockPostings / 16];
  for (std::size_t part = 0; part < kBlockPostings / 16; ++part) {
    all[part] = _mm512_loadu_si512(among + 16 * part);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const __m512i number = _mm512_set1_epi32(static_cast<int>(numbers[i]));
    const auto equal = [&](std::size_t part) {
      return std::uint64_t{_mm512_cmpeq_epi32_mask(all[part], number)};
    };
    const std::uint64_t low = equal(0) | equal(1) << 16 | equal(2) << 32 | equal(3) << 48;
    const std::uint64_t high = equal(4) | equal(5) << 16 | equal(6) << 32 | equal(7) << 48;
    const std::uint64_t in_low = _tzcnt_u64(low), in_high = 64 + _tzcnt_u64(high);
    places[i] = static_cast<std::uint8_t>(low != 0 ? in_low : in_high);
  }
}

std::uint64_t count_numbers(const std::uint32_t* numbers, std::size_t count,
                            const std::byte* bits) {
  const __m512i low_bits = _mm512_set1_epi32(31), one = _mm512_set1_epi32(1);
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < count; i += 16) {
    const auto present = static_cast<__mmask16>(count - i >= 16 ? 0xFFFF : (1U << (count - i)) - 1);
    const __m512i sixteen = _mm512_maskz_loadu_epi32(present, numbers + i);
    const __m512i words = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), present,
                                                      _mm512_srli_epi32(sixteen, 5), bits, 4);
    const __m512i wanted = _mm512_sllv_epi32(one, _mm512_and_si512(sixteen, low_bits));
    found += static_cast<std::uint64_t>(_mm_popcnt_u32(_mm512_test_epi32_mask(words, wanted)));
  }
  return found;
}

std::uint64_t count_numbers_16(const std::uint16_t* numbers, std::size_t count,
                               const std::byte* bits) {
  // The processor's own prefetching does not keep up with it: 0.6 to 0.8 ns a number without, 0.24
  // with, where they come from memory.
  constexpr std::size_t kBytesAhead = 2048;
  const __m512i low_bits = _mm512_set1_epi32(31), one = _mm512_set1_epi32(1);
  std::uint64_t found = 0;
  for (std::size_t i = 0; i < count; i += 16) {
    _mm_prefetch(reinterpret_cast<const char*>(numbers + i) + kBytesAhead, _MM_HINT_T0);
    const auto present = static_cast<__mmask16>(count - i >= 16 ? 0xFFFF : (1U << (count - i)) - 1);
    const __m512i sixteen = _mm512_cvtepu16_epi32(_mm256_maskz_loadu_epi16(present, numbers + i));
    const __m512i words = _mm512_mask_i32gather_epi32(_mm512_setzero_si512(), present,
                                                      _mm512_srli_epi32(sixteen, 5), bits, 4);
    const __m512i wanted = _mm512_sllv_epi32(one, _mm512_and_si512(sixteen, low_bits));
    found += static_cast<std::uint64_t>(_mm_popcnt_u32(_mm512_test_epi32_mask(words, wanted)));
  }
  return found;
}

[[gnu::target("avx512vbmi2")]]
void accumulate_bits(const std::byte* bits, const std::uint8_t* weights, std::uint32_t factor,
                     std::uint32_t* sums, std::uint64_t* touched) {
  const __m512i factors = _mm512_set1_epi32(static_cast<int>(factor));
  for (std::size_t word = 0; word < kWindowWords; ++word, sums += 64) {
    const std::uint64_t present = word_at(bits, word);
    if (present == 0) continue;
    const auto count = static_cast<std::uint64_t>(_mm_popcnt_u64(present));
    alignas(64) std::uint8_t spread[64];
    _mm512_store_si512(spread, _mm512_maskz_expand_epi8(present, next_weights(weights, count)));
    weights += count;
    touched[word] |= present;
    for (std::size_t part = 0; part < 4; ++part) {
      const __m512i sixteen = _mm512_cvtepu8_epi32(
          _mm_load_si128(reinterpret_cast<const __m128i*>(spread + 16 * part)));
      std::uint32_t* to = sums + 16 * part;
      _mm512_storeu_si512(
          to, _mm512_add_epi32(_mm512_loadu_si512(to), _mm512_mullo_epi32(sixteen, factors)));
    }
  }
}

[[gnu::target("avx512vbmi2")]]
std::size_t collect_bits(const std::byte* bits, const std::uint8_t* weights, std::uint8_t least,
                         std::uint32_t first, std::uint32_t* numbers, std::uint32_t* values) {
  const __m512i bound = _mm512_set1_epi8(static_cast<char>(least));
  std::size_t found = 0;
  for (std::size_t word = 0; word < kWindowWords; ++word, first += 64) {
    const std::uint64_t present = word_at(bits, word);
    if (present == 0) continue;
    const auto count = static_cast<std::uint64_t>(_mm_popcnt_u64(present));
    const __m512i all = _mm512_maskz_expand_epi8(present, next_weights(weights, count));
    weights += count;
    const std::uint64_t wanted = _mm512_mask_cmpge_epu8_mask(present, all, bound);
    if (wanted == 0) continue;
    alignas(64) std::uint8_t spread[64];
    _mm512_store_si512(spread, all);
    for (std::uint32_t part = 0; part < 4; ++part) {
      const auto of_part = static_cast<__mmask16>(wanted >> 16 * part);
      const __m512i sixteen = _mm512_cvtepu8_epi32(
          _mm_load_si128(reinterpret_cast<const __m128i*>(spread + 16 * part)));
      _mm512_storeu_si512(numbers + found,
                          _mm512_maskz_compress_epi32(of_part, sixteen_from(first + 16 * part)));
      _mm512_storeu_si512(values + found, _mm512_maskz_compress_epi32(of_part, sixteen));
      found += static_cast<std::size_t>(_mm_popcnt_u32(of_part));
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
