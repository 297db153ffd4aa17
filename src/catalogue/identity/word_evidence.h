// catalogue/identity/word_evidence.h
//
// What it tells of two alike names that only one of them has a word: "holding" and "trading" speak
// for two companies of a group, "association" for one that is written out.
//
//   evidence.of(sound_of("holding"))   →  -13
//
// Learned by bench/identity. Thread rule: immutable once made.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <string_view>

namespace tributary::catalogue {

class WordEvidence {
 public:
  /// Of a logit; positive figures speak for one organisation.
  static constexpr int kStepsOfALogit = 8;

  WordEvidence();

  /// 0 for a word of which nothing was learned. `sound`: as in NameWord.
  [[nodiscard]] std::int8_t of(std::string_view sound) const;

 private:
  boost::unordered_flat_map<std::string_view, std::int8_t> evidence_;
};

}  // namespace tributary::catalogue
