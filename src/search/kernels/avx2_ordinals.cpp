// Where few ordinals are frequent, counting is bound by additions to one memory cell that wait for
// each other; so four arrays of counts take turns for ordinals of one byte, whose arrays are small.
#include "search/kernels/kernel_sets.h"

#if defined(__x86_64__)
#include <immintrin.h>

namespace tributary::search::avx2 {
namespace {

constexpr std::size_t kArrays = 4;

/// The place of the lowest set bit, which is cleared.
std::size_t take_lowest(std::uint64_t& word) {
  const auto bit = static_cast<std::size_t>(_tzcnt_u64(word));
  word = _blsr_u64(word);
  return bit;
}

/// Calls count(array, document) for every document in `word`; the arrays take turns.
template <class Count>
[[gnu::always_inline]] inline void each_document(std::uint64_t word, std::size_t start,
                                                 Count count) {
  if (word == UINT64_MAX) {
    for (std::size_t i = 0; i < 64; i += kArrays) {
      count(0, start + i);
      count(1, start + i + 1);
      count(2, start + i + 2);
      count(3, start + i + 3);
    }
    return;
  }
  for (auto fours = _mm_popcnt_u64(word) / 4; fours > 0; --fours) {
    count(0, start + take_lowest(word));
    count(1, start + take_lowest(word));
    count(2, start + take_lowest(word));
    count(3, start + take_lowest(word));
  }
  while (word != 0) count(0, start + take_lowest(word));
}

template <class Ordinal>
void count_into_one(const std::uint64_t* mask, std::size_t words, const Ordinal* ordinals,
                    std::uint32_t* counts) {
  for (std::size_t i = 0; i < words; ++i) {
    each_document(mask[i], 64 * i,
                  [=](std::size_t, std::size_t document) { ++counts[ordinals[document]]; });
  }
}

std::size_t count_documents(const std::uint64_t* mask, std::size_t words) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words; ++i)
    count += static_cast<std::size_t>(_mm_popcnt_u64(mask[i]));
  return count;
}

}  // namespace

void count_ordinals_8(const std::uint64_t* mask, std::size_t words, const std::uint8_t* ordinals,
                      std::uint32_t* counts) {
  constexpr std::size_t kBytesAhead = 4096;
  // Clearing and adding up the arrays must pay.
  constexpr std::size_t kDocumentsWorthArrays = 1024;
  if (count_documents(mask, words) < kDocumentsWorthArrays) {
    count_into_one(mask, words, ordinals, counts);
    return;
  }
  std::uint32_t arrays[kArrays][256] = {};
  for (std::size_t i = 0; i < words; ++i) {
    // The ordinals of a word's documents are one line of memory, of which sets leave out many.
    _mm_prefetch(reinterpret_cast<const char*>(ordinals + 64 * i) + kBytesAhead, _MM_HINT_T0);
    each_document(mask[i], 64 * i, [&](std::size_t array, std::size_t document) {
      ++arrays[array][ordinals[document]];
    });
  }
  for (std::size_t ordinal = 0; ordinal < 256; ++ordinal) {
    const std::uint32_t sum =
        arrays[0][ordinal] + arrays[1][ordinal] + arrays[2][ordinal] + arrays[3][ordinal];
    if (sum != 0) counts[ordinal] += sum;  // `counts` ends after the last ordinal in use
  }
}

void count_ordinals_16(const std::uint64_t* mask, std::size_t words, const std::uint16_t* ordinals,
                       std::uint32_t* counts) {
  count_into_one(mask, words, ordinals, counts);
}

void count_ordinals_32(const std::uint64_t* mask, std::size_t words, const std::uint32_t* ordinals,
                       std::uint32_t* counts) {
  count_into_one(mask, words, ordinals, counts);
}

}  // namespace tributary::search::avx2
#endif
