#include "evidence/agreement/agreement_weights.h"

#include <cmath>

namespace tributary::evidence {

std::string_view name_of(Weighting weighting) {
  switch (weighting) {
    case Weighting::identity:
      return "identity";
    case Weighting::ordinal:
      return "ordinal";
    case Weighting::linear:
      return "linear";
    case Weighting::quadratic:
      return "quadratic";
  }
  return "";
}

std::vector<double> agreement_weights(std::span<const double> categories, Weighting weighting) {
  const std::size_t size = categories.size();
  std::vector<double> weights(size * size, 0);
  const double half_range = size == 0 ? 0 : categories.back() / 2 - categories.front() / 2;
  const auto pairs = [](std::size_t count) {
    return static_cast<double>(count) * static_cast<double>(count - 1) / 2;
  };
  for (std::size_t i = 0; i < size; ++i) {
    weights[i * size + i] = 1;
    for (std::size_t j = 0; j < i; ++j) {
      // Halved, as the difference of two finite numbers may be infinite.
      const double apart = (categories[i] / 2 - categories[j] / 2) / half_range;
      double weight = 0;
      if (weighting == Weighting::ordinal) weight = 1 - pairs(i - j + 1) / pairs(size);
      if (weighting == Weighting::linear) weight = 1 - apart;
      if (weighting == Weighting::quadratic) weight = 1 - apart * apart;
      weights[i * size + j] = weights[j * size + i] = weight;
    }
  }
  return weights;
}

}  // namespace tributary::evidence
