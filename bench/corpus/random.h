// bench/corpus/random.h
//
// Random numbers that are the same on every machine and in every library: SplitMix64 (Steele, Lea
// and Flood, 2014). The distributions are our own, as those of the standard library may differ.
#pragma once

#include <cstdint>

namespace tributary::bench {

/// Spreads `value` over 64 bits: the output function of SplitMix64.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

/// Not thread-safe; costs nothing to make, so that every document has its own.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() { return mixed(state_ += 0x9E3779B97F4A7C15U); }

  /// 0 … count − 1. REQUIRES: 0 < count < 2³².
  std::uint32_t below(std::uint64_t count) {
    return static_cast<std::uint32_t>(((next() >> 32U) * count) >> 32U);
  }

  /// Between 0 and 1, both left out.
  double uniform() { return (static_cast<double>(next() >> 11U) + 0.5) / 9007199254740992.0; }

  bool happens(double probability) { return uniform() < probability; }

  template <class Choices>
  const auto& one_of(const Choices& choices) {
    return choices[below(choices.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace tributary::bench
