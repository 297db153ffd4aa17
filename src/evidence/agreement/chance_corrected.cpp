#include "evidence/agreement/chance_corrected.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "evidence/distribution/distributions.h"

namespace tributary::evidence {

namespace {

/// The agreement by chance of all ratings, and how each category bears on it: p_e of a unit alone
/// is the mean of `by_category` over its ratings, which the standard error needs.
struct ChanceAgreement {
  double overall = 0;
  std::vector<double> by_category;
};

using ChanceModel = std::function<ChanceAgreement(const std::vector<double>& prevalence,
                                                  const std::vector<double>& weights)>;

ChanceAgreement no_chance(const std::vector<double>& prevalence, const std::vector<double>&) {
  return {0, std::vector<double>(prevalence.size(), 0)};
}

ChanceAgreement fleiss_chance(const std::vector<double>& prevalence,
                              const std::vector<double>& weights) {
  const std::size_t size = prevalence.size();
  ChanceAgreement result{0, std::vector<double>(size, 0)};
  for (std::size_t k = 0; k < size; ++k) {
    for (std::size_t l = 0; l < size; ++l) {
      result.by_category[k] += weights[k * size + l] * prevalence[l];
    }
    result.overall += prevalence[k] * result.by_category[k];
  }
  return result;
}

ChanceAgreement gwet_chance(const std::vector<double>& prevalence,
                            const std::vector<double>& weights) {
  const auto size = static_cast<double>(prevalence.size());
  double all_weights = 0;
  for (const double weight : weights) all_weights += weight;
  const double scale = all_weights / (size * (size - 1));
  ChanceAgreement result;
  for (const double share : prevalence) {
    result.by_category.push_back(scale * (1 - share));
    result.overall += scale * share * (1 - share);
  }
  return result;
}

/// The mean over units of the share of each category.
std::vector<double> prevalence_of(const Tally& tally, std::uint64_t rated_units) {
  std::vector<double> result(tally.categories.size(), 0);
  for (std::size_t unit = 0; unit < tally.units(); ++unit) {
    const auto counts = tally.unit(unit);
    const auto ratings = static_cast<double>(rating_count(counts));
    for (const auto& [category, count] : counts) {
      result[category] += count / ratings / static_cast<double>(rated_units);
    }
  }
  return result;
}

double agreeing_share(std::span<const CategoryCount> unit, const std::vector<double>& weights,
                      std::size_t size) {
  const auto ratings = static_cast<double>(rating_count(unit));
  double pairs = 0;
  for (const auto& [k, count_k] : unit) {
    double similar = -1;  // a rating is not paired with itself
    for (const auto& [l, count_l] : unit) similar += weights[k * size + l] * count_l;
    pairs += count_k * similar;
  }
  return pairs / (ratings * (ratings - 1));
}

/// With the interval, from what each unit contributes to the value.
void add_interval(Agreement& result, const std::vector<double>& contributions, double level) {
  const auto units = static_cast<double>(contributions.size());
  if (contributions.size() < 2) return;
  double squares = 0;
  for (const double contribution : contributions) {
    squares += (contribution - result.value) * (contribution - result.value);
  }
  const double error = std::sqrt(squares / (units * (units - 1)));
  const double reach = student_quantile((1 + level) / 2, units - 1) * error;
  result.standard_error = error;
  result.interval = Interval{result.value - reach, std::min(1.0, result.value + reach)};
}

Result<Agreement> counted_units(const Tally& tally) {
  Agreement result;
  for (std::size_t unit = 0; unit < tally.units(); ++unit) {
    const auto ratings = rating_count(tally.unit(unit));
    result.units += ratings >= 1 ? 1 : 0;
    result.paired_units += ratings >= 2 ? 1 : 0;
  }
  if (result.paired_units == 0) {
    return fail(ErrorCode::unmet, "agreement is not defined: no unit has two ratings");
  }
  if (tally.categories.size() > kMostCategories) {
    return fail(ErrorCode::too_long,
                fmt::format("{} categories are more than {}: use Krippendorff's alpha",
                            tally.categories.size(), kMostCategories));
  }
  return result;
}

Result<Agreement> corrected_agreement(const Tally& tally, Weighting weighting, double level,
                                      const ChanceModel& chance_model) {
  TRY(check_level(level));
  auto result = TRY(counted_units(tally));
  const auto weights = agreement_weights(tally.categories, weighting);
  const auto chance = chance_model(prevalence_of(tally, result.units), weights);
  const double beyond_chance = 1 - chance.overall;
  const double paired_weight =
      static_cast<double>(result.units) / static_cast<double>(result.paired_units);
  std::vector<double> own_values, own_chances;
  for (std::size_t unit = 0; unit < tally.units(); ++unit) {
    const auto counts = tally.unit(unit);
    const auto ratings = static_cast<double>(rating_count(counts));
    if (ratings == 0) continue;
    double own_chance = 0;
    for (const auto& [k, count] : counts) own_chance += chance.by_category[k] * count / ratings;
    own_chances.push_back(own_chance);
    const double share = ratings < 2 ? 0 : agreeing_share(counts, weights, tally.categories.size());
    own_values.push_back(ratings < 2 ? 0
                                     : paired_weight * (share - chance.overall) / beyond_chance);
    result.value += own_values.back() / static_cast<double>(result.units);
  }
  for (std::size_t i = 0; i < own_values.size(); ++i) {
    own_values[i] -= 2 * (1 - result.value) * (own_chances[i] - chance.overall) / beyond_chance;
  }
  add_interval(result, own_values, level);
  return result;
}

Result<> check_that_ratings_differ(const Tally& tally) {
  const auto is_first = [&](const CategoryCount& entry) {
    return entry.category == tally.counts.front().category;
  };
  if (!std::ranges::all_of(tally.counts, is_first)) return {};
  return fail(ErrorCode::unmet, "agreement beyond chance is not defined: all ratings are equal");
}

}  // namespace

Result<Agreement> percentage_agreement(const Tally& tally, Weighting weighting, double level) {
  return corrected_agreement(tally, weighting, level, no_chance);
}

Result<Agreement> fleiss_kappa(const Tally& tally, Weighting weighting, double level) {
  TRY(counted_units(tally));
  TRY(check_that_ratings_differ(tally));
  return corrected_agreement(tally, weighting, level, fleiss_chance);
}

Result<Agreement> gwet_coefficient(const Tally& tally, Weighting weighting, double level) {
  TRY(counted_units(tally));
  TRY(check_that_ratings_differ(tally));
  return corrected_agreement(tally, weighting, level, gwet_chance);
}

}  // namespace tributary::evidence
