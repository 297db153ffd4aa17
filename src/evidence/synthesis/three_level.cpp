#include "evidence/synthesis/three_level.h"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <map>

#include "evidence/distribution/distributions.h"

namespace tributary::evidence {
namespace {

using Groups = std::vector<std::vector<EffectEstimate>>;

struct Variances {
  double between = 0, within = 0;
};

struct Fit {
  double mean = 0;
  double variance = 0;         ///< of the mean
  double minus_logarithm = 0;  ///< of the restricted likelihood, but for a constant
};

/// With a = 1/(v + within) and S = Σa in a group, V⁻¹ = diag(a) − c·aaᵀ where c = between/(1 +
/// between·S) (Sherman and Morrison 1950), so that a group of n costs n operations.
Fit fit_at(const Groups& groups, const Variances& at) {
  double information = 0, weighted = 0, determinant = 0;
  for (const auto& group : groups) {
    double sum = 0, values = 0;
    for (const auto& effect : group) {
      const double a = 1 / (effect.variance + at.within);
      sum += a;
      values += a * effect.value;
      determinant -= std::log(a);
    }
    const double shrunk = 1 + at.between * sum;
    determinant += std::log(shrunk);
    information += sum / shrunk;
    weighted += values / shrunk;
  }
  Fit fit{.mean = weighted / information, .variance = 1 / information};
  double squares = 0;
  for (const auto& group : groups) {
    double sum = 0, residuals = 0;
    for (const auto& effect : group) {
      const double a = 1 / (effect.variance + at.within), residual = effect.value - fit.mean;
      sum += a;
      residuals += a * residual;
      squares += a * residual * residual;
    }
    squares -= at.between / (1 + at.between * sum) * residuals * residuals;
  }
  fit.minus_logarithm = (determinant + std::log(information) + squares) / 2;
  return fit;
}

struct Lowest {
  double place = 0, value = 0;
};

/// The least value of a function between 0 and `end`, 0 itself included.
template <class Function>
Lowest lowest(const Function& function, double end) {
  constexpr int kBits = 26;  // half a double's: a minimum is no sharper
  const auto [place, value] = boost::math::tools::brent_find_minima(function, 0.0, end, kBits);
  const double at_zero = function(0.0);
  return at_zero <= value ? Lowest{0, at_zero} : Lowest{place, value};
}

Result<Variances> most_likely(const Groups& groups, double end) {
  const auto best_within = [&](double between) {
    return lowest([&](double within) { return fit_at(groups, {between, within}).minus_logarithm; },
                  end);
  };
  const auto between = lowest([&](double value) { return best_within(value).value; }, end).place;
  const auto within = best_within(between).place;
  if (between > 0.99 * end || within > 0.99 * end) {
    return fail(ErrorCode::internal, "the variances between and within groups did not converge");
  }
  return Variances{between, within};
}

Result<Groups> grouped(std::span<const EffectEstimate> effects,
                       std::span<const std::int64_t> group_of) {
  if (effects.size() != group_of.size()) {
    return fail(ErrorCode::invalid_argument, "each effect has a group");
  }
  std::map<std::int64_t, std::vector<EffectEstimate>> by_number;
  for (std::size_t i = 0; i < effects.size(); ++i) by_number[group_of[i]].push_back(effects[i]);
  if (by_number.size() < 2)
    return fail(ErrorCode::invalid_argument, "there are fewer than two groups");
  if (by_number.size() == effects.size()) {
    return fail(ErrorCode::invalid_argument,
                "no group has two effects, so groups and effects vary alike");
  }
  Groups groups;
  groups.reserve(by_number.size());
  for (auto& [number, group] : by_number) groups.push_back(std::move(group));
  return groups;
}

MeanEffect mean_of(const Fit& fit, double quantile, double p_value) {
  const double error = std::sqrt(fit.variance);
  return {fit.mean,
          error,
          fit.mean / error,
          p_value,
          {fit.mean - quantile * error, fit.mean + quantile * error}};
}

}  // namespace

Result<NestedSynthesis> pool_nested(std::span<const EffectEstimate> effects,
                                    std::span<const std::int64_t> group_of, double confidence) {
  TRY(check_effects(effects));
  TRY(check_level(confidence));
  const auto groups = TRY(grouped(effects, group_of));
  const auto [least, most] =
      std::ranges::minmax(effects, {}, [](const EffectEstimate& effect) { return effect.value; });
  const double range = most.value - least.value;
  const double typical = TRY(typical_variance(effects, without_moderators(effects.size())));
  const auto variances = TRY(most_likely(groups, range * range + typical));

  const auto fit = fit_at(groups, variances);
  const double statistic = fit.mean / std::sqrt(fit.variance);
  const auto freedom = static_cast<double>(groups.size() - 1);
  const double quantile = student_quantile((1 + confidence) / 2, freedom);
  const double total = variances.between + variances.within + typical;
  const double half = quantile * std::sqrt(variances.between + variances.within + fit.variance);
  return NestedSynthesis{
      .effects = static_cast<std::int64_t>(effects.size()),
      .groups = static_cast<std::int64_t>(groups.size()),
      .normal = mean_of(fit, normal_quantile((1 + confidence) / 2), normal_two_sided(statistic)),
      .by_groups = mean_of(fit, quantile, student_two_sided(statistic, freedom)),
      .between_groups = variances.between,
      .within_groups = variances.within,
      .i_squared_between = variances.between / total,
      .i_squared_within = variances.within / total,
      .prediction = {fit.mean - half, fit.mean + half}};
}

}  // namespace tributary::evidence
