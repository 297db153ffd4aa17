#include "evidence/agreement/krippendorff_alpha.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "evidence/distribution/random_numbers.h"

namespace tributary::evidence {

namespace {

/// The units that can be paired, each as often as it counts.
struct PairableUnits {
  std::vector<std::size_t> units;
  std::vector<std::uint32_t> times;
};

PairableUnits pairable_units(const Tally& tally) {
  PairableUnits result;
  for (std::size_t unit = 0; unit < tally.units(); ++unit) {
    if (rating_count(tally.unit(unit)) >= 2) result.units.push_back(unit);
  }
  result.times.assign(result.units.size(), 1);
  return result;
}

/// Σ_{c<k} n_c·n_k·δ(c, k) of one set of counts. Where δ is the square of a difference of positions
/// this is n·Σ n_c·(x_c − mean)², so that no pairs need be taken.
class PairDistances {
 public:
  PairDistances(const Tally& tally, Metric metric, const std::vector<double>& totals)
      : metric_(metric), positions_(tally.categories) {
    if (metric != Metric::ordinal) {
      scale_positions();
      return;
    }
    double before = 0;
    for (std::size_t c = 0; c < totals.size(); ++c) {
      positions_[c] = before + totals[c] / 2;
      before += totals[c];
    }
  }

  /// `counts` are entries with `category` and `count`, by category.
  template <class Counts>
  [[nodiscard]] double sum_of(const Counts& counts) const {
    switch (metric_) {
      case Metric::nominal:
        return of_different(counts);
      case Metric::ratio:
        return of_ratios(counts);
      default:
        return of_squares(counts);
    }
  }

 private:
  /// To at most 1, as the squares of finite numbers may be infinite; alpha does not depend on
  /// units.
  void scale_positions() {
    double largest = 0;
    for (const double position : positions_) largest = std::max(largest, std::abs(position));
    if (largest == 0) return;
    for (auto& position : positions_) position /= largest;
  }

  template <class Counts>
  [[nodiscard]] double of_different(const Counts& counts) const {
    double all = 0, pairs = 0;
    for (const auto& [category, count] : counts) {
      pairs += all * static_cast<double>(count);
      all += static_cast<double>(count);
    }
    return pairs;
  }

  template <class Counts>
  [[nodiscard]] double of_squares(const Counts& counts) const {
    double all = 0, sum = 0;
    for (const auto& [category, count] : counts) {
      all += static_cast<double>(count);
      sum += static_cast<double>(count) * positions_[category];
    }
    const double mean = sum / all;
    double squares = 0;
    for (const auto& [category, count] : counts) {
      const double from_mean = positions_[category] - mean;
      squares += static_cast<double>(count) * from_mean * from_mean;
    }
    return counts.size() < 2 ? 0 : all * squares;
  }

  template <class Counts>
  [[nodiscard]] double of_ratios(const Counts& counts) const {
    double sum = 0;
    for (std::size_t k = 1; k < counts.size(); ++k) {
      double with_smaller = 0;
      const double larger = positions_[counts[k].category];
      for (std::size_t c = 0; c < k; ++c) {
        const double smaller = positions_[counts[c].category];
        const double ratio = (larger - smaller) / (larger + smaller);
        with_smaller += static_cast<double>(counts[c].count) * ratio * ratio;
      }
      sum += static_cast<double>(counts[k].count) * with_smaller;
    }
    return sum;
  }

  Metric metric_;
  std::vector<double> positions_;
};

struct TotalCount {
  std::uint32_t category = 0;
  double count = 0;
};

/// Nothing where all pairable ratings are equal.
std::optional<Alpha> alpha_of(const Tally& tally, Metric metric, const PairableUnits& pairable) {
  std::vector<double> totals(tally.categories.size());
  Alpha result;
  for (std::size_t i = 0; i < pairable.units.size(); ++i) {
    if (pairable.times[i] == 0) continue;
    result.units += pairable.times[i];
    for (const auto& [category, count] : tally.unit(pairable.units[i])) {
      totals[category] += static_cast<double>(count) * pairable.times[i];
      result.ratings += std::uint64_t{count} * pairable.times[i];
    }
  }
  std::vector<TotalCount> occurring;
  for (std::uint32_t c = 0; c < totals.size(); ++c) {
    if (totals[c] > 0) occurring.push_back({c, totals[c]});
  }
  if (occurring.size() < 2) return std::nullopt;
  const PairDistances distances(tally, metric, totals);
  double observed = 0;
  for (std::size_t i = 0; i < pairable.units.size(); ++i) {
    if (pairable.times[i] == 0) continue;
    const auto unit = tally.unit(pairable.units[i]);
    observed +=
        pairable.times[i] * distances.sum_of(unit) / static_cast<double>(rating_count(unit) - 1);
  }
  const double expected = distances.sum_of(occurring);
  result.value = 1 - static_cast<double>(result.ratings - 1) * observed / expected;
  return result;
}

Result<> check_ratio_values(const Tally& tally) {
  if (tally.categories.size() > kMostRatioValues) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("the ratio metric takes at most {} distinct values, there are {}",
                            kMostRatioValues, tally.categories.size()));
  }
  if (!tally.categories.empty() && tally.categories.front() < 0) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("the ratio metric takes values from 0 on, there is {}",
                            tally.categories.front()));
  }
  return {};
}

Result<PairableUnits> checked_units(const Tally& tally, Metric metric) {
  if (metric == Metric::ratio) TRY(check_ratio_values(tally));
  auto pairable = pairable_units(tally);
  if (pairable.units.empty()) {
    return fail(ErrorCode::unmet, "alpha is not defined: no unit has two ratings");
  }
  return pairable;
}

/// The value that a share of them lies below, between neighbours by proportion. REQUIRES: sorted,
/// not empty.
double percentile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

std::string_view name_of(Metric metric) {
  switch (metric) {
    case Metric::nominal:
      return "nominal";
    case Metric::ordinal:
      return "ordinal";
    case Metric::interval:
      return "interval";
    case Metric::ratio:
      return "ratio";
  }
  return "";
}

Result<Alpha> krippendorff_alpha(const Tally& tally, Metric metric) {
  const auto pairable = TRY(checked_units(tally, metric));
  const auto alpha = alpha_of(tally, metric, pairable);
  if (!alpha) {
    return fail(ErrorCode::unmet, "alpha is not defined: all ratings that can be paired are equal");
  }
  return *alpha;
}

Result<AlphaInterval> alpha_interval(const Tally& tally, Metric metric,
                                     const AlphaBootstrap& bootstrap) {
  TRY(check_level(bootstrap.level));
  if (bootstrap.draws < 100) {
    return fail(ErrorCode::invalid_argument, "an interval takes at least 100 draws");
  }
  TRY(krippendorff_alpha(tally, metric));
  auto pairable = TRY(checked_units(tally, metric));
  if (pairable.units.size() < 2) {
    return fail(ErrorCode::unmet, "one unit with two ratings tells nothing of how units vary");
  }
  RandomNumbers random(bootstrap.seed);
  AlphaInterval result{.interval = {}, .drawn_by = bootstrap};
  std::vector<double> values;
  for (std::uint32_t draw = 0; draw < bootstrap.draws; ++draw) {
    std::ranges::fill(pairable.times, 0);
    for (std::size_t i = 0; i < pairable.units.size(); ++i) {
      ++pairable.times[random.below(pairable.units.size())];
    }
    if (const auto alpha = alpha_of(tally, metric, pairable)) {
      values.push_back(alpha->value);
    } else {
      ++result.not_defined;
    }
  }
  if (values.size() <= bootstrap.draws / 2) {
    return fail(ErrorCode::unmet, "there is no interval: in most draws all ratings are equal");
  }
  std::ranges::sort(values);
  const double outside = (1 - bootstrap.level) / 2;
  result.interval = {percentile(values, outside), percentile(values, 1 - outside)};
  return result;
}

}  // namespace tributary::evidence
