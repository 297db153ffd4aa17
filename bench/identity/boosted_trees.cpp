#include "identity/boosted_trees.h"

#include <algorithm>
#include <cmath>

namespace tributary::bench {
namespace {

using catalogue::kMatchFeatures;
using catalogue::kMatchStepsOfOne;

constexpr double kRate = 0.09;       // of each tree's say
constexpr double kRidge = 4;         // on the logits of leaves
constexpr double kFewestInLeaf = 3;  // sum of second derivatives
constexpr std::size_t kLeaves = 16;

struct Sums {
  double slope = 0, curvature = 0;
  void add(double s, double c) {
    slope += s;
    curvature += c;
  }
  [[nodiscard]] double gain() const { return slope * slope / (curvature + kRidge); }
};

using Histogram = std::array<std::array<Sums, kMatchStepsOfOne + 1>, kMatchFeatures>;

/// The question that parts a node best; one that parts nothing (bound 0) where none does.
LearnedTree::Question best_question(const Histogram& histogram) {
  LearnedTree::Question best;
  double best_gain = 1e-6;
  for (std::size_t feature = 0; feature < kMatchFeatures; ++feature) {
    Sums all;
    for (const auto& sums : histogram[feature]) all.add(sums.slope, sums.curvature);
    Sums below;
    for (std::size_t bound = 1; bound <= kMatchStepsOfOne; ++bound) {
      const auto& step = histogram[feature][bound - 1];
      below.add(step.slope, step.curvature);
      const Sums above{all.slope - below.slope, all.curvature - below.curvature};
      if (below.curvature < kFewestInLeaf || above.curvature < kFewestInLeaf) continue;
      const double gain = below.gain() + above.gain() - all.gain();
      if (gain > best_gain) {
        best_gain = gain;
        best = {static_cast<std::uint8_t>(feature), static_cast<std::uint8_t>(bound)};
      }
    }
  }
  return best;
}

std::size_t child_of(std::size_t node, LearnedTree::Question question,
                     const catalogue::MatchSteps& steps) {
  return 2 * node + (steps[question.feature] < question.bound ? 1 : 2);
}

LearnedTree next_tree(const std::vector<TrainingPair>& pairs, const std::vector<double>& logits) {
  LearnedTree tree;
  std::vector<std::size_t> nodes(pairs.size(), 0);
  std::vector<Sums> own(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const double p = 1 / (1 + std::exp(-logits[i]));
    own[i] = {pairs[i].times * ((pairs[i].is_same ? 1 : 0) - p), pairs[i].times * p * (1 - p)};
  }
  for (std::size_t first = 0; first < tree.questions.size(); first = 2 * first + 1) {
    std::vector<Histogram> histograms(first + 1);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      auto& histogram = histograms[nodes[i] - first];
      for (std::size_t f = 0; f < kMatchFeatures; ++f) {
        histogram[f][pairs[i].steps[f]].add(own[i].slope, own[i].curvature);
      }
    }
    for (std::size_t n = 0; n <= first; ++n)
      tree.questions[first + n] = best_question(histograms[n]);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      nodes[i] = child_of(nodes[i], tree.questions[nodes[i]], pairs[i].steps);
    }
  }
  std::array<Sums, kLeaves> leaves{};
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    leaves[nodes[i] - tree.questions.size()].add(own[i].slope, own[i].curvature);
  }
  for (std::size_t i = 0; i < kLeaves; ++i) {
    const double logit = kRate * leaves[i].slope / (leaves[i].curvature + kRidge);
    tree.leaves[i] = std::round(logit * 1000) / 1000;  // as they are printed
  }
  return tree;
}

}  // namespace

double LearnedTree::value(const catalogue::MatchSteps& steps) const {
  std::size_t at = 0;
  while (at < questions.size()) at = child_of(at, questions[at], steps);
  return leaves[at - questions.size()];
}

std::vector<LearnedTree> learned_trees(const std::vector<TrainingPair>& pairs, std::size_t trees) {
  std::vector<LearnedTree> learned;
  std::vector<double> logits(pairs.size(), 0);
  while (learned.size() < trees) {
    learned.push_back(next_tree(pairs, logits));
    for (std::size_t i = 0; i < pairs.size(); ++i)
      logits[i] += learned.back().value(pairs[i].steps);
  }
  return learned;
}

double logit_of(const std::vector<LearnedTree>& trees, const catalogue::MatchSteps& steps) {
  double sum = 0;
  for (const auto& tree : trees) sum += tree.value(steps);
  return sum;
}

}  // namespace tributary::bench
