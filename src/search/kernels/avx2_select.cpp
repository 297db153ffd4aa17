// Which of many codes lie in a range: a comparison of unsigned numbers is whether the lesser of the
// distance and the span is the distance itself.
#include "search/kernels/kernel_sets.h"

#if defined(__x86_64__)
#include <immintrin.h>

namespace tributary::search::avx2 {
namespace {

__m256i load(const void* codes, std::size_t vector) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(codes) + vector);
}

}  // namespace

void select_codes_8(const std::uint8_t* codes, std::size_t words, std::uint8_t least,
                    std::uint8_t span, std::uint64_t* mask) {
  const __m256i low = _mm256_set1_epi8(static_cast<char>(least));
  const __m256i wide = _mm256_set1_epi8(static_cast<char>(span));
  const auto bits = [&](std::size_t vector) {
    const __m256i above = _mm256_sub_epi8(load(codes, vector), low);
    const __m256i inside = _mm256_cmpeq_epi8(_mm256_min_epu8(above, wide), above);
    return std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(inside))};
  };
  for (std::size_t i = 0; i < words; ++i) mask[i] = bits(2 * i) | bits(2 * i + 1) << 32;
}

void select_codes_16(const std::uint16_t* codes, std::size_t words, std::uint16_t least,
                     std::uint16_t span, std::uint64_t* mask) {
  const __m256i low = _mm256_set1_epi16(static_cast<short>(least));
  const __m256i wide = _mm256_set1_epi16(static_cast<short>(span));
  const auto inside = [&](std::size_t vector) {
    const __m256i above = _mm256_sub_epi16(load(codes, vector), low);
    return _mm256_cmpeq_epi16(_mm256_min_epu16(above, wide), above);
  };
  const auto bits = [&](std::size_t vector) {
    // Packing works in halves of 128 bits: the quarters come out in the order 0, 2, 1, 3.
    const __m256i bytes = _mm256_packs_epi16(inside(vector), inside(vector + 1));
    const auto ordered = _mm256_movemask_epi8(_mm256_permute4x64_epi64(bytes, 0b11'01'10'00));
    return std::uint64_t{static_cast<std::uint32_t>(ordered)};
  };
  for (std::size_t i = 0; i < words; ++i) mask[i] = bits(4 * i) | bits(4 * i + 2) << 32;
}

void select_codes_32(const std::uint32_t* codes, std::size_t words, std::uint32_t least,
                     std::uint32_t span, std::uint64_t* mask) {
  const __m256i low = _mm256_set1_epi32(static_cast<int>(least));
  const __m256i wide = _mm256_set1_epi32(static_cast<int>(span));
  for (std::size_t i = 0; i < words; ++i) {
    std::uint64_t bits = 0;
    for (unsigned part = 0; part < 8; ++part) {
      const __m256i above = _mm256_sub_epi32(load(codes, 8 * i + part), low);
      const __m256i inside = _mm256_cmpeq_epi32(_mm256_min_epu32(above, wide), above);
      const auto eight = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(inside)));
      bits |= std::uint64_t{eight} << 8 * part;
    }
    mask[i] = bits;
  }
}

void select_codes_64(const std::uint64_t* codes, std::size_t words, std::uint64_t least,
                     std::uint64_t span, std::uint64_t* mask) {
  // There is a comparison of signed numbers only: both sides are moved by half of their range.
  constexpr std::uint64_t kHalf = std::uint64_t{1} << 63U;
  const __m256i low = _mm256_set1_epi64x(static_cast<long long>(least));
  const __m256i half = _mm256_set1_epi64x(static_cast<long long>(kHalf));
  const __m256i wide = _mm256_set1_epi64x(static_cast<long long>(span ^ kHalf));
  for (std::size_t i = 0; i < words; ++i) {
    std::uint64_t outside = 0;
    for (unsigned part = 0; part < 16; ++part) {
      const __m256i above =
          _mm256_xor_si256(_mm256_sub_epi64(load(codes, 16 * i + part), low), half);
      const __m256i beyond = _mm256_cmpgt_epi64(above, wide);
      const auto four = static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(beyond)));
      outside |= std::uint64_t{four} << 4 * part;
    }
    mask[i] = ~outside;
  }
}

}  // namespace tributary::search::avx2
#endif
