#include "evidence/ranking/placement.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tributary::evidence {

std::vector<Placement> placed(std::span<const double> scores) {
  std::vector<Placement> result;
  double largest = 0;
  for (std::size_t option = 0; option < scores.size(); ++option) {
    result.push_back({option, scores[option], 0});
    largest = std::max(largest, std::abs(scores[option]));
  }
  std::ranges::stable_sort(result, std::greater<>(), &Placement::score);
  for (std::size_t begin = 0, end = 0; begin < result.size(); begin = end) {
    while (end < result.size() &&
           result[begin].score - result[end].score <= kTieTolerance * largest) {
      result[end++].place = begin + 1;
    }
    std::ranges::sort(result.begin() + static_cast<std::ptrdiff_t>(begin),
                      result.begin() + static_cast<std::ptrdiff_t>(end), {}, &Placement::option);
  }
  return result;
}

}  // namespace tributary::evidence
