// search/words/text_order.h
//
// Puts texts into the order of their bytes. The first eight bytes of each are compared as one
// number, so that most comparisons need not look at the texts, which lie all over the memory.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace tributary::search {

/// The first eight bytes as a number that compares as they do; a shorter text is filled with zeros.
inline std::uint64_t leading_bytes(std::string_view text) {
  std::uint64_t number = 0;
  std::memcpy(&number, text.data(), std::min(text.size(), sizeof number));
  return std::endian::native == std::endian::little ? __builtin_bswap64(number) : number;
}

/// The numbers of `count` texts in the order of the texts, compared by their bytes. `text_of`
/// answers the text of a number.
template <class TextOf>
std::vector<std::uint32_t> order_of_texts(std::size_t count, const TextOf& text_of) {
  struct Key {
    std::uint64_t leading = 0;
    std::uint32_t number = 0;
  };
  std::vector<Key> keys(count);
  for (std::uint32_t number = 0; number < count; ++number) {
    keys[number] = {leading_bytes(text_of(number)), number};
  }
  std::ranges::sort(keys, [&](const Key& left, const Key& right) {
    if (left.leading != right.leading) return left.leading < right.leading;
    return std::string_view(text_of(left.number)) < std::string_view(text_of(right.number));
  });
  std::vector<std::uint32_t> order(count);
  std::ranges::transform(keys, order.begin(), &Key::number);
  return order;
}

}  // namespace tributary::search
