// As avx2_unpack.cpp, sixteen numbers at a time.
#include "search/kernels/kernel_sets.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <utility>

namespace tributary::search::avx512 {
namespace {

/// The words and shifts of vectors 4·Quad to 4·Quad + 3 of four gaps each.
template <unsigned Bits, unsigned Quad>
struct Places {
  static constexpr unsigned bit(unsigned k) { return (4 * Quad + k) * Bits; }
  static constexpr unsigned word(unsigned k) { return bit(k) / 32; }
  static constexpr int shift(unsigned k) { return static_cast<int>(bit(k) % 32); }
  static constexpr bool crosses(unsigned k) { return bit(k) % 32 + Bits > 32; }
  static constexpr bool kCrosses = crosses(0) || crosses(1) || crosses(2) || crosses(3);

  /// The word after word(k); for a vector that does not go on there, any that exists.
  static constexpr unsigned next_word(unsigned k) {
    return word(k) + 1 < Bits ? word(k) + 1 : Bits - 1;
  }
};

/// Words A ≤ B ≤ C ≤ D of all lanes, D not more than A + 3 and below `Bits`.
template <unsigned Bits, unsigned A, unsigned B, unsigned C, unsigned D>
[[gnu::always_inline]] inline __m512i load_words(const std::byte* packed) {
  if constexpr (A == D) {
    return _mm512_broadcast_i32x4(
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(packed + 16 * A)));
  } else if constexpr (A + 3 == D) {
    return _mm512_loadu_si512(packed + 16 * A);
  } else {
    constexpr int kOrder = static_cast<int>((B - A) << 2 | (C - A) << 4 | (D - A) << 6);
    __m512i words;
    if constexpr (A + 4 <= Bits) {
      words = _mm512_loadu_si512(packed + 16 * A);
    } else if constexpr (D <= A + 1) {
      words = _mm512_castsi256_si512(
          _mm256_loadu_si256(reinterpret_cast<const __m256i*>(packed + 16 * A)));
    } else {
      words = _mm512_maskz_loadu_epi32((1U << 4 * (Bits - A)) - 1, packed + 16 * A);
    }
    return _mm512_shuffle_i32x4(words, words, kOrder);
  }
}

template <int A, int B, int C, int D>
[[gnu::always_inline]] inline __m512i quarters() {
  return _mm512_setr_epi32(A, A, A, A, B, B, B, B, C, C, C, C, D, D, D, D);
}

/// Gaps 16·Quad to 16·Quad + 15.
template <unsigned Bits, unsigned Quad>
[[gnu::always_inline]] inline __m512i gaps_of(const std::byte* packed) {
  using At = Places<Bits, Quad>;
  const __m512i mask = _mm512_set1_epi32(static_cast<int>(UINT32_MAX >> (32 - Bits)));
  const __m512i words =
      load_words<Bits, At::word(0), At::word(1), At::word(2), At::word(3)>(packed);
  const __m512i low =
      _mm512_srlv_epi32(words, quarters<At::shift(0), At::shift(1), At::shift(2), At::shift(3)>());
  if constexpr (!At::kCrosses) return _mm512_and_si512(low, mask);
  // A quarter that does not cross gets bits here that the mask takes away.
  const __m512i next =
      load_words<Bits, At::next_word(0), At::next_word(1), At::next_word(2), At::next_word(3)>(
          packed);
  const __m512i high = _mm512_sllv_epi32(
      next, quarters<32 - At::shift(0), 32 - At::shift(1), 32 - At::shift(2), 32 - At::shift(3)>());
  constexpr int kOrThenAnd = 0xA8;  // (a | b) & c
  return _mm512_ternarylogic_epi32(low, high, mask, kOrThenAnd);
}

/// Every lane the sum of itself and those before it.
[[gnu::always_inline]] inline __m512i prefix_sums(__m512i x) {
  x = _mm512_add_epi32(x, _mm512_bslli_epi128(x, 4));
  x = _mm512_add_epi32(x, _mm512_bslli_epi128(x, 8));
  const __m512i totals = _mm512_shuffle_epi32(x, _MM_PERM_DDDD);
  const __m512i one_before = _mm512_maskz_shuffle_i32x4(0xFFF0, totals, totals, 0x90);
  const __m512i pairs = _mm512_add_epi32(totals, one_before);
  x = _mm512_add_epi32(x, one_before);
  return _mm512_add_epi32(x, _mm512_maskz_shuffle_i32x4(0xFF00, pairs, pairs, 0x40));
}

template <unsigned Bits, unsigned Quad>
[[gnu::always_inline]] inline void unpack_quad(const std::byte* packed, __m512i& before,
                                               std::uint32_t* numbers) {
  const __m512i one = _mm512_set1_epi32(1);
  __m512i steps = one;
  if constexpr (Bits > 0) steps = _mm512_add_epi32(gaps_of<Bits, Quad>(packed), one);
  const __m512i sums = prefix_sums(steps);
  _mm512_storeu_si512(numbers + 16 * Quad, _mm512_add_epi32(sums, before));
  // Only this addition waits for the sixteen numbers before.
  before = _mm512_add_epi32(before, _mm512_permutexvar_epi32(_mm512_set1_epi32(15), sums));
}

template <unsigned Bits, unsigned... Quads>
[[gnu::always_inline]] inline void unpack_quads(const std::byte* packed, std::uint32_t base,
                                                std::uint32_t* numbers,
                                                std::integer_sequence<unsigned, Quads...>) {
  __m512i before = _mm512_set1_epi32(static_cast<int>(base));
  (unpack_quad<Bits, Quads>(packed, before, numbers), ...);
}

template <unsigned Bits>
void unpack(const std::byte* packed, std::uint32_t base, std::uint32_t* numbers) {
  unpack_quads<Bits>(packed, base, numbers,
                     std::make_integer_sequence<unsigned, kBlockPostings / 16>{});
}

using Unpack = void (*)(const std::byte*, std::uint32_t, std::uint32_t*);

struct UnpackByBits {
  Unpack functions[33];
};

template <unsigned... Bits>
constexpr UnpackByBits unpack_by_bits(std::integer_sequence<unsigned, Bits...>) {
  return {{unpack<Bits>...}};
}

constexpr UnpackByBits kUnpack = unpack_by_bits(std::make_integer_sequence<unsigned, 33>{});

}  // namespace

void unpack_gaps(const std::byte* packed, unsigned bits, std::uint32_t base,
                 std::uint32_t* numbers) {
  kUnpack.functions[bits](packed, base, numbers);
}

}  // namespace tributary::search::avx512
#endif
