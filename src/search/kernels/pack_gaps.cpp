#include <cstring>

#include "search/kernels/kernels.h"

namespace tributary::search {

void pack_gaps(const std::uint32_t* gaps, unsigned bits, std::byte* packed) {
  for (unsigned lane = 0; lane < 4; ++lane) {
    std::uint64_t pending = 0;  // the lane's next bits, lowest first
    unsigned pending_bits = 0;
    std::byte* to = packed + lane * sizeof(std::uint32_t);
    for (unsigned i = lane; i < kBlockPostings; i += 4) {
      pending |= std::uint64_t{gaps[i]} << pending_bits;
      pending_bits += bits;
      if (pending_bits < 32) continue;
      const auto word = static_cast<std::uint32_t>(pending);
      std::memcpy(to, &word, sizeof word);
      to += 4 * sizeof word;
      pending >>= 32;
      pending_bits -= 32;
    }
  }
}

}  // namespace tributary::search
