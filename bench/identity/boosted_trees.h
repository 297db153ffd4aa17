// bench/identity/boosted_trees.h
//
// Gradient boosting of small complete trees for a probability (Friedman, 2001, with second
// derivatives as in XGBoost): what match_decision.cpp has its scores from.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "catalogue/identity/match_decision.h"

namespace tributary::bench {

struct TrainingPair {
  catalogue::MatchSteps steps;
  bool is_same;
  double times;  ///< as so many such pairs
};

struct LearnedTree {
  struct Question {
    std::uint8_t feature = 0, bound = 0;
  };
  std::array<Question, 15> questions;
  std::array<double, 16> leaves{};  ///< logits

  [[nodiscard]] double value(const catalogue::MatchSteps& steps) const;
};

/// Deterministic.
std::vector<LearnedTree> learned_trees(const std::vector<TrainingPair>& pairs, std::size_t trees);

double logit_of(const std::vector<LearnedTree>& trees, const catalogue::MatchSteps& steps);

}  // namespace tributary::bench
