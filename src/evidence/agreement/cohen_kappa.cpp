#include "evidence/agreement/cohen_kappa.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "evidence/agreement/chance_corrected.h"
#include "evidence/distribution/distributions.h"

namespace tributary::evidence {

namespace {

/// The shares of the units by both ratings, and what follows from weights.
struct CrossTable {
  std::size_t size = 0;
  std::uint64_t units = 0;
  std::vector<double> shares;         ///< rows: the first coder
  std::vector<double> rows, columns;  ///< their sums
};

CrossTable cross_table(const Ratings& ratings, CoderPair coders,
                       const std::vector<double>& categories) {
  const std::size_t size = categories.size();
  CrossTable table{size, 0, std::vector<double>(size * size), std::vector<double>(size),
                   std::vector<double>(size)};
  const auto place = [&](double value) {
    return static_cast<std::size_t>(std::ranges::lower_bound(categories, value) -
                                    categories.begin());
  };
  for (std::size_t unit = 0; unit < ratings.units; ++unit) {
    const auto& first = ratings.at(coders.first, unit);
    const auto& second = ratings.at(coders.second, unit);
    if (!first || !second) continue;
    ++table.units;
    ++table.shares[place(*first) * size + place(*second)];
  }
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) {
      auto& share = table.shares[i * size + j];
      share /= static_cast<double>(table.units);
      table.rows[i] += share;
      table.columns[j] += share;
    }
  }
  return table;
}

Kappa kappa_of(const CrossTable& table, const std::vector<double>& weights, double level) {
  const std::size_t size = table.size;
  std::vector<double> row_weights(size), column_weights(size);
  double observed = 0, expected = 0;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) {
      const double weight = weights[i * size + j];
      row_weights[i] += weight * table.columns[j];
      column_weights[j] += weight * table.rows[i];
      observed += weight * table.shares[i * size + j];
      expected += weight * table.rows[i] * table.columns[j];
    }
  }
  Kappa result{.value = (observed - expected) / (1 - expected), .units = table.units};
  double squares = 0;
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j < size; ++j) {
      const double away =
          weights[i * size + j] - (row_weights[i] + column_weights[j]) * (1 - result.value);
      squares += table.shares[i * size + j] * away * away;
    }
  }
  const double centre = result.value - expected * (1 - result.value);
  const double variance = std::max(0.0, squares - centre * centre) /
                          (static_cast<double>(table.units) * (1 - expected) * (1 - expected));
  result.standard_error = std::sqrt(variance);
  const double reach = normal_quantile((1 + level) / 2) * result.standard_error;
  result.interval = {std::max(-1.0, result.value - reach), std::min(1.0, result.value + reach)};
  return result;
}

}  // namespace

Result<Kappa> cohen_kappa(const Ratings& ratings, CoderPair coders, Weighting weighting,
                          double level) {
  TRY(check_level(level));
  const auto categories = TRY(tally(ratings)).categories;
  if (coders.first == coders.second || std::max(coders.first, coders.second) >= ratings.coders) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("kappa takes two of the {} coders", ratings.coders));
  }
  if (categories.size() > kMostCategories) {
    return fail(ErrorCode::too_long,
                fmt::format("{} categories are more than {}", categories.size(), kMostCategories));
  }
  const auto table = cross_table(ratings, coders, categories);
  if (table.units == 0) {
    return fail(ErrorCode::unmet, "kappa is not defined: no unit was rated by both coders");
  }
  for (std::size_t i = 0; i < table.size; ++i) {
    if (table.shares[i * table.size + i] == 1) {
      return fail(ErrorCode::unmet, "kappa is not defined: all ratings of both coders are equal");
    }
  }
  return kappa_of(table, agreement_weights(categories, weighting), level);
}

}  // namespace tributary::evidence
