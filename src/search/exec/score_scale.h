// search/exec/score_scale.h
//
// Scores are added up as integers, so that every order of adding, every pruning and every kernel
// gives the same result to the bit:
//
//   score(d) = Σ mentions · Σ_words max_terms factor·impact(t, d),   factor = round(2^e · idf ·
//   penalty)
//
// with the greatest e for which no score of the query can pass 2^31. What a person sees is
// score / 2^(e + 8): the BM25F of impact.h with each IDF rounded to e binary digits, which are
// about twenty for an ordinary query.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tributary::search {

class ScoreScale {
 public:
  /// `idf_sum`: of all words of the query, each as often as it is mentioned.
  static ScoreScale create(double idf_sum) {
    constexpr double kLargest = 2147483648.0 / 255.0;  // 2^31 over the greatest impact
    const auto exponent = std::floor(std::log2(kLargest / std::max(idf_sum, 1e-3)));
    return ScoreScale(static_cast<int>(std::clamp(exponent - 1.0, 0.0, 22.0)));
  }

  /// Never 0, so that a document with a word of the query is above one without.
  [[nodiscard]] std::uint32_t factor(float weight) const {
    return static_cast<std::uint32_t>(std::max(1.0F, std::round(std::ldexp(weight, exponent_))));
  }
  /// What a sum is divided by to give the score.
  [[nodiscard]] double points_in_one() const { return std::ldexp(1.0, exponent_ + 8); }
  [[nodiscard]] float score(std::uint32_t sum) const {
    return std::ldexp(static_cast<float>(sum), -(exponent_ + 8));
  }

 private:
  explicit ScoreScale(int exponent) : exponent_(exponent) {}
  int exponent_;
};

}  // namespace tributary::search
