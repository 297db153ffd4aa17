// evidence/distribution/random_numbers.h
//
// Random numbers that are the same on every machine and in every library, so that an analysis can
// be run again from its seed to the same bytes: SplitMix64 (Steele, Lea and Flood 2014). The
// distributions of the standard library may differ between libraries and are not used.
//
//   RandomNumbers random(20240501);
//   random.below(6) + 1
//
// Not thread-safe; one for each analysis.
#pragma once

#include <cmath>
#include <cstdint>

namespace tributary::evidence {

class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t value = state_ += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
  }

  /// 0 … count − 1; how far from equally likely they are is below count/2³². REQUIRES: 0 < count <
  /// 2³².
  std::uint32_t below(std::uint64_t count) {
    return static_cast<std::uint32_t>(((next() >> 32U) * count) >> 32U);
  }

  /// Between 0 and 1, both left out.
  double uniform() { return (static_cast<double>(next() >> 11U) + 0.5) / 9007199254740992.0; }

  /// Exponential with mean 1.
  double exponential() { return -std::log(uniform()); }

 private:
  std::uint64_t state_;
};

}  // namespace tributary::evidence
