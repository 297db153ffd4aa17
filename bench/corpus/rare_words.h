// bench/corpus/rare_words.h
//
// The words that real texts have too few of once they are scaled up: names, codes, compounds and
// slips. Without them the vocabulary would stop growing with the corpus, which that of natural
// language does not (Heaps' law).
//
// Rank r is drawn with P(rank > r) = (1 + r/r0)^−a (Zipf–Mandelbrot), so that m draws give about
// Γ(1 − β)·(m·a·r0^a)^β different words, β = 1/(1 + a), and the share β of them occurs once. The
// spelling follows from the rank alone, so nothing is kept.
#pragma once

#include <string>
#include <vector>

#include "corpus/random.h"

namespace tributary::bench {

class RareWords {
 public:
  /// `spellings` are the real words that compounds and slips are made of; it must outlive this.
  explicit RareWords(const std::vector<std::string>& spellings) : spellings_(spellings) {}

  /// Appends a word.
  void write(Random& random, std::string& to) const;

 private:
  const std::vector<std::string>& spellings_;
};

}  // namespace tributary::bench
