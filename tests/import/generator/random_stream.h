// tests/import/generator/random_stream.h
//
// Reproducible random numbers that depend on what they are for, not on what was drawn before.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>

namespace tributary::generator {

/// SplitMix64 (Steele, Lea, Flood 2014), seeded from a path of numbers such as {seed, table,
/// project, row}.
class RandomStream {
 public:
  RandomStream(std::initializer_list<std::uint64_t> path) {
    for (const auto step : path) state_ = next() ^ (step * 0xD1342543DE82EF95U);
  }

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
    return mixed ^ mixed >> 31U;
  }

  /// From 0 to count - 1. REQUIRES: count > 0.
  std::uint64_t below(std::uint64_t count) { return next() % count; }

  double share() { return static_cast<double>(next() >> 11U) * 0x1p-53; }

  template <class Item, std::size_t count>
  const Item& pick(const Item (&items)[count]) {
    return items[below(count)];
  }

 private:
  std::uint64_t state_ = 0x6A09E667F3BCC908U;
};

}  // namespace tributary::generator
