#include "search/postings/bits.h"

namespace tributary::search {
namespace {

/// The place of a word's `number`-th one, counted from 0. REQUIRES: there is one.
int place_of_one(std::uint64_t word, std::uint32_t number) {
  int place = 0;
  for (unsigned half = 32; half > 0; half /= 2) {
    const auto low = word >> place & ((std::uint64_t{1} << half) - 1);
    const auto ones = static_cast<std::uint32_t>(std::popcount(low));
    if (number < ones) continue;
    number -= ones;
    place += static_cast<int>(half);
  }
  return place;
}

}  // namespace

void UnaryReader::skip(std::uint32_t numbers) {
  if (numbers == 0) return;
  for (auto ones = static_cast<std::uint32_t>(std::popcount(word_)); ones < numbers;
       ones = static_cast<std::uint32_t>(std::popcount(word_))) {
    numbers -= ones;
    word_ = 0;
    if (!find_word()) return;
  }
  end_at(place_of_one(word_, numbers - 1));
}

}  // namespace tributary::search
