// dice.h
#pragma once

#include <rapidcheck/gtest.h>

#include <cstdint>
#include <random>

namespace tributary::search {

/// Numbers from 0 to count − 1, seeded by RapidCheck. Not thread-safe.
class Dice {
 public:
  Dice() : random_(*rc::gen::arbitrary<std::uint32_t>()) {}
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }

 private:
  std::mt19937 random_;
};

}  // namespace tributary::search
