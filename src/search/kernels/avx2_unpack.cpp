// 128 gaps out of four lanes and summed up, in registers of eight numbers: vector k of four numbers
// is (word w >> shift | word w+1 << 32−shift) & mask with w = k·bits / 32 and shift = k·bits % 32,
// all of which the compiler knows, as there is one function a bit width.
#include "search/kernels/kernel_sets.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <utility>

namespace tributary::search::avx2 {
namespace {

/// Where vector k of four gaps begins in its lane.
template <unsigned Bits, unsigned K>
struct Place {
  static constexpr unsigned kWord = K * Bits / 32;
  static constexpr int kShift = K * Bits % 32;
  static constexpr bool kCrosses = kShift + Bits > 32;  ///< goes on in the next word
};

/// Words `Low` and `High`, the same or one after the other, of all lanes.
template <unsigned Low, unsigned High>
[[gnu::always_inline]] inline __m256i load_words(const std::byte* packed) {
  if constexpr (Low == High) {
    const auto* word = reinterpret_cast<const __m128i*>(packed + 16 * Low);
    return _mm256_broadcastsi128_si256(_mm_loadu_si128(word));
  } else {
    static_assert(High == Low + 1);
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(packed + 16 * Low));
  }
}

template <int Low, int High>
[[gnu::always_inline]] inline __m256i halves() {
  return _mm256_setr_epi32(Low, Low, Low, Low, High, High, High, High);
}

/// Gaps 8·Pair to 8·Pair + 7, with bits of their neighbours above them.
template <unsigned Bits, unsigned Pair>
[[gnu::always_inline]] inline __m256i shifted_gaps(const std::byte* packed) {
  using Low = Place<Bits, 2 * Pair>;
  using High = Place<Bits, 2 * Pair + 1>;
  const __m256i words = load_words<Low::kWord, High::kWord>(packed);
  __m256i gaps = _mm256_srlv_epi32(words, halves<Low::kShift, High::kShift>());
  if constexpr (Low::kCrosses || High::kCrosses) {
    // What a half that does not cross gets here lies above its bits. It must not be read from
    // behind the last word.
    constexpr unsigned kLowNext = Low::kCrosses ? Low::kWord + 1 : High::kWord;
    constexpr unsigned kHighNext = High::kCrosses ? High::kWord + 1 : kLowNext;
    const __m256i next = load_words<kLowNext, kHighNext>(packed);
    gaps = _mm256_or_si256(gaps,
                           _mm256_sllv_epi32(next, halves<32 - Low::kShift, 32 - High::kShift>()));
  }
  return gaps;
}

/// Every lane the sum of itself and those before it.
[[gnu::always_inline]] inline __m256i prefix_sums(__m256i x) {
  x = _mm256_add_epi32(x, _mm256_slli_si256(x, 4));
  x = _mm256_add_epi32(x, _mm256_slli_si256(x, 8));
  const __m256i totals = _mm256_shuffle_epi32(x, 0xFF);
  return _mm256_add_epi32(x, _mm256_permute2x128_si256(totals, totals, 0x08));
}

template <unsigned Bits, unsigned Pair>
[[gnu::always_inline]] inline void unpack_pair(const std::byte* packed, __m256i& before,
                                               std::uint32_t* numbers) {
  const __m256i one = _mm256_set1_epi32(1);
  __m256i steps = one;
  if constexpr (Bits > 0) {
    const __m256i mask = _mm256_set1_epi32(static_cast<int>(UINT32_MAX >> (32 - Bits)));
    steps = _mm256_add_epi32(_mm256_and_si256(shifted_gaps<Bits, Pair>(packed), mask), one);
  }
  const __m256i sums = prefix_sums(steps);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(numbers + 8 * Pair),
                      _mm256_add_epi32(sums, before));
  // Only this addition waits for the eight numbers before.
  before = _mm256_add_epi32(before, _mm256_permutevar8x32_epi32(sums, _mm256_set1_epi32(7)));
}

template <unsigned Bits, unsigned... Pairs>
[[gnu::always_inline]] inline void unpack_pairs(const std::byte* packed, std::uint32_t base,
                                                std::uint32_t* numbers,
                                                std::integer_sequence<unsigned, Pairs...>) {
  __m256i before = _mm256_set1_epi32(static_cast<int>(base));
  (unpack_pair<Bits, Pairs>(packed, before, numbers), ...);
}

template <unsigned Bits>
void unpack(const std::byte* packed, std::uint32_t base, std::uint32_t* numbers) {
  unpack_pairs<Bits>(packed, base, numbers,
                     std::make_integer_sequence<unsigned, kBlockPostings / 8>{});
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

void unpack_bits(const std::byte* bits, std::size_t words, std::uint32_t first,
                 std::uint32_t* numbers) {
  for (std::size_t i = 0; i < words; ++i, first += 64) {
    std::uint64_t word = 0;
    __builtin_memcpy(&word, bits + i * sizeof word, sizeof word);
    for (; word != 0; word = _blsr_u64(word)) {
      *numbers++ = first + static_cast<std::uint32_t>(_tzcnt_u64(word));
    }
  }
}

}  // namespace tributary::search::avx2
#endif
