#include "search/kernels/kernel_sets.h"

#if defined(__x86_64__)
#include <immintrin.h>

namespace tributary::search {
namespace avx2 {
namespace {

constexpr std::size_t kWordsAtOnce = 4;

__m256i load(const std::uint64_t* words) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(words));
}

void store(std::uint64_t* words, __m256i value) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(words), value);
}

void and_words(std::uint64_t* to, const std::uint64_t* from, std::size_t words) {
  std::size_t i = 0;
  for (; i + kWordsAtOnce <= words; i += kWordsAtOnce) {
    store(to + i, _mm256_and_si256(load(to + i), load(from + i)));
  }
  for (; i < words; ++i) to[i] &= from[i];
}

void or_words(std::uint64_t* to, const std::uint64_t* from, std::size_t words) {
  std::size_t i = 0;
  for (; i + kWordsAtOnce <= words; i += kWordsAtOnce) {
    store(to + i, _mm256_or_si256(load(to + i), load(from + i)));
  }
  for (; i < words; ++i) to[i] |= from[i];
}

void and_not_words(std::uint64_t* to, const std::uint64_t* from, std::size_t words) {
  std::size_t i = 0;
  for (; i + kWordsAtOnce <= words; i += kWordsAtOnce) {
    store(to + i, _mm256_andnot_si256(load(from + i), load(to + i)));
  }
  for (; i < words; ++i) to[i] &= ~from[i];
}

/// Set bits of each byte, by a table of sixteen for each half (Muła, Kurz, Lemire 2018).
__m256i bits_of_bytes(__m256i bytes) {
  const __m256i bits_of_half = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,  //
                                                0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
  const __m256i low_half = _mm256_set1_epi8(0x0F);
  const __m256i low = _mm256_and_si256(bytes, low_half);
  const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), low_half);
  return _mm256_add_epi8(_mm256_shuffle_epi8(bits_of_half, low),
                         _mm256_shuffle_epi8(bits_of_half, high));
}

/// Set bits of words 0 to `words`; `vector` and `word` read from a given word on.
template <class Vector, class Word>
std::uint64_t count_words(std::size_t words, Vector vector, Word word) {
  constexpr std::size_t kVectorsBeforeByteOverflows = 31;  // 31 · 8 bits < 256
  std::size_t i = 0;
  __m256i sums = _mm256_setzero_si256();
  while (i + kWordsAtOnce <= words) {
    __m256i bytes = _mm256_setzero_si256();
    for (std::size_t left = kVectorsBeforeByteOverflows; left > 0 && i + kWordsAtOnce <= words;
         --left, i += kWordsAtOnce) {
      bytes = _mm256_add_epi8(bytes, bits_of_bytes(vector(i)));
    }
    sums = _mm256_add_epi64(sums, _mm256_sad_epu8(bytes, _mm256_setzero_si256()));
  }
  std::uint64_t parts[kWordsAtOnce];
  store(parts, sums);
  std::uint64_t count = parts[0] + parts[1] + parts[2] + parts[3];
  for (; i < words; ++i) count += static_cast<std::uint64_t>(_mm_popcnt_u64(word(i)));
  return count;
}

std::uint64_t count_bits(const std::uint64_t* left, std::size_t words) {
  return count_words(
      words, [=](std::size_t i) { return load(left + i); }, [=](std::size_t i) { return left[i]; });
}

std::uint64_t count_common_bits(const std::uint64_t* left, const std::uint64_t* right,
                                std::size_t words) {
  return count_words(
      words, [=](std::size_t i) { return _mm256_and_si256(load(left + i), load(right + i)); },
      [=](std::size_t i) { return left[i] & right[i]; });
}

/// For each set of lanes, their numbers ascending, a byte a lane.
struct LanesByMask {
  std::uint64_t lanes[256];
};

constexpr LanesByMask lanes_by_mask() {
  LanesByMask result{};
  for (unsigned mask = 0; mask < 256; ++mask) {
    for (unsigned lane = 0, count = 0; lane < 8; ++lane) {
      if ((mask >> lane & 1) != 0) result.lanes[mask] |= std::uint64_t{lane} << 8 * count++;
    }
  }
  return result;
}

constexpr LanesByMask kLanesByMask = lanes_by_mask();

std::size_t collect_above(const std::uint32_t* sums, const std::uint64_t* mask,
                          std::uint32_t threshold, std::uint32_t first, std::uint32_t* numbers,
                          std::uint32_t* values) {
  // The processor compares signed numbers only.
  const __m256i sign = _mm256_set1_epi32(INT32_MIN);
  const __m256i bound = _mm256_xor_si256(_mm256_set1_epi32(static_cast<int>(threshold)), sign);
  std::size_t found = 0;
  for (std::uint32_t word = 0; word < kWindowWords; ++word) {
    std::uint32_t start = word * 64;
    for (std::uint64_t left = mask[word]; left != 0; left >>= 8, start += 8) {
      const __m256i eight = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(sums + start));
      const __m256i above = _mm256_cmpgt_epi32(_mm256_xor_si256(eight, sign), bound);
      const auto wanted =
          static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(above))) & (left & 0xFF);
      if (wanted == 0) continue;
      const __m256i lanes = _mm256_cvtepu8_epi32(
          _mm_cvtsi64_si128(static_cast<long long>(kLanesByMask.lanes[wanted])));
      const __m256i base = _mm256_set1_epi32(static_cast<int>(first + start));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(numbers + found),
                          _mm256_add_epi32(base, lanes));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(values + found),
                          _mm256_permutevar8x32_epi32(eight, lanes));
      found += static_cast<std::size_t>(_mm_popcnt_u64(wanted));
    }
  }
  return found;
}

std::int32_t dot_product(const std::int8_t* left, const std::int8_t* right, std::size_t count) {
  const auto load_16 = [](const std::int8_t* bytes) {
    return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes)));
  };
  __m256i sums = _mm256_setzero_si256();
  std::size_t i = 0;
  for (; i + 16 <= count; i += 16) {
    sums = _mm256_add_epi32(sums, _mm256_madd_epi16(load_16(left + i), load_16(right + i)));
  }
  std::int32_t parts[8];
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(parts), sums);
  std::int32_t sum = 0;
  for (const std::int32_t part : parts) sum += part;
  for (; i < count; ++i) sum += left[i] * right[i];
  return sum;
}

}  // namespace
}  // namespace avx2

constinit const Kernels kAvx2Kernels{
    .name = "avx2",
    .unpack_gaps = avx2::unpack_gaps,
    .unpack_bits = avx2::unpack_bits,
    .accumulate = avx2::accumulate,
    .collect_above = avx2::collect_above,
    .accumulate_bits = avx2::accumulate_bits,
    .collect_bits = nullptr,  // these four as the scalar set does (dispatch.cpp)
    .collect_weights = nullptr,
    .find_numbers = nullptr,
    .count_numbers = nullptr,
    .count_numbers_16 = nullptr,
    .and_words = avx2::and_words,
    .or_words = avx2::or_words,
    .and_not_words = avx2::and_not_words,
    .count_bits = avx2::count_bits,
    .count_common_bits = avx2::count_common_bits,
    .count_ordinals_8 = avx2::count_ordinals_8,
    .count_ordinals_16 = avx2::count_ordinals_16,
    .count_ordinals_32 = avx2::count_ordinals_32,
    .select_codes_8 = avx2::select_codes_8,
    .select_codes_16 = avx2::select_codes_16,
    .select_codes_32 = avx2::select_codes_32,
    .select_codes_64 = avx2::select_codes_64,
    .dot_product = avx2::dot_product,
};

}  // namespace tributary::search
#endif
