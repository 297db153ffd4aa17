// network/graph/seeded_random.h
//
// Random numbers that are the same for the same seed on every machine: SplitMix64.
// Source: Steele, Lea, Flood (2014), Fast splittable pseudorandom number generators.
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace tributary::network {

class SeededRandom {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15U;
    auto mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
  }

  /// From 0 to `limit` − 1, of which each comes as often but for 1 in 2³². REQUIRES: `limit` > 0.
  std::uint32_t below(std::uint32_t limit) {
    return static_cast<std::uint32_t>(((next() >> 32U) * limit) >> 32U);
  }

  /// From 0 to less than 1.
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

  template <class T>
  void shuffle(std::span<T> list) {
    for (auto left = static_cast<std::uint32_t>(list.size()); left > 1; --left) {
      std::swap(list[left - 1], list[below(left)]);
    }
  }

 private:
  std::uint64_t state_;
};

}  // namespace tributary::network
