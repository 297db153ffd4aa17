#include "search/kernels/kernel_sets.h"

#if defined(__x86_64__)

namespace tributary::search::avx2 {

void accumulate(const std::uint32_t* numbers, const std::uint8_t* weights, std::size_t count,
                std::uint32_t factor, std::uint32_t first, std::uint32_t* sums,
                std::uint64_t* touched) {
  if (count == 0) return;
  // A word of bits that is read again right after it was written makes the next posting wait for
  // it. As numbers ascend, the word is made anew in a register and written after every posting; it
  // is read but once, at the end.
  std::uint64_t marks[kWindowWords];
  std::uint32_t word = (numbers[0] - first) / 64;
  const std::uint32_t first_word = word;
  const std::uint32_t last_word = (numbers[count - 1] - first) / 64;
  for (std::uint32_t i = first_word; i <= last_word; ++i) marks[i] = 0;

  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t offset = numbers[i] - first;
    sums[offset] += factor * weights[i];
    bits = (offset / 64 == word ? bits : 0) | std::uint64_t{1} << offset % 64;
    word = offset / 64;
    marks[word] = bits;
  }
  for (std::uint32_t i = first_word; i <= last_word; ++i) touched[i] |= marks[i];
}

}  // namespace tributary::search::avx2
#endif
