#include "naive_spelling.h"

#include <algorithm>
#include <array>
#include <vector>

namespace tributary::search_cases {
namespace {

/// Damerau–Levenshtein without editing a swapped pair again, by the whole table.
std::size_t distance(const std::string& left, const std::string& right) {
  std::vector table(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t j = 0; j <= right.size(); ++j) {
      auto& least = table[i][j];
      if (i == 0 || j == 0) {
        least = i + j;
        continue;
      }
      least = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                        table[i - 1][j - 1] + (left[i - 1] != right[j - 1] ? 1 : 0)});
      const bool is_swap =
          i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (is_swap) least = std::min(least, table[i - 2][j - 2] + 1);
    }
  }
  return table[left.size()][right.size()];
}

}  // namespace

double nearness(const std::string& typed, const std::string& word, bool beginning_only) {
  const std::size_t edits = typed.size() >= 8 ? 2 : typed.size() >= 4 ? 1 : 0;
  if (edits == 0 || (edits == 2 && word.front() != typed.front())) return 0;
  auto least = distance(typed, word);
  for (std::size_t end = 1; beginning_only && end < word.size(); ++end) {
    least = std::min(least, distance(typed, word.substr(0, end)));
  }
  constexpr std::array kPenalties{1.0, 0.7, 0.45};
  return least > edits ? 0 : kPenalties[least] * (beginning_only ? 0.8 : 1.0);
}

}  // namespace tributary::search_cases
