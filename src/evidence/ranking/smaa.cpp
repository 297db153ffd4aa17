#include "evidence/ranking/smaa.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "evidence/distribution/random_numbers.h"

namespace tributary::evidence {

namespace {

Result<> check_importance(const std::vector<std::size_t>& importance, std::size_t criteria) {
  if (importance.empty()) return {};
  auto sorted = importance;
  std::ranges::sort(sorted);
  std::vector<std::size_t> each(criteria);
  std::iota(each.begin(), each.end(), std::size_t{0});
  if (sorted == each) return {};
  return fail(ErrorCode::invalid_argument,
              "the order of importance does not name each criterion once");
}

class WeightDraw {
 public:
  WeightDraw(std::size_t criteria, const SmaaDraws& draws)
      : random_(draws.seed), importance_(draws.importance), drawn_(criteria), weights_(criteria) {}

  const Weights& next() {
    double sum = 0;
    for (auto& weight : drawn_) sum += weight = random_.exponential();
    for (auto& weight : drawn_) weight /= sum;
    if (importance_.empty()) return drawn_;
    std::ranges::sort(drawn_, std::greater<>());
    for (std::size_t place = 0; place < drawn_.size(); ++place) {
      weights_[importance_[place]] = drawn_[place];
    }
    return weights_;
  }

 private:
  RandomNumbers random_;
  const std::vector<std::size_t>& importance_;
  Weights drawn_, weights_;
};

/// Counts how often an option came in a place; those that tie have an equal part in each of their
/// places.
class PlaceCounts {
 public:
  explicit PlaceCounts(std::size_t options) : options_(options), counts_(options * options) {}

  /// Whether the option is first, or among them.
  bool add(std::size_t option, const std::vector<double>& scores) {
    std::size_t better = 0, level = 0;
    for (const double score : scores) {
      better += static_cast<std::size_t>(score > scores[option]);
      level += static_cast<std::size_t>(score == scores[option]);
    }
    for (std::size_t place = better; place < better + level; ++place) {
      counts_[option * options_ + place] += 1 / static_cast<double>(level);
    }
    return better == 0;
  }

  [[nodiscard]] std::vector<double> shares(std::uint32_t draws) && {
    for (auto& count : counts_) count /= draws;
    return std::move(counts_);
  }

 private:
  std::size_t options_;
  std::vector<double> counts_;
};

}  // namespace

double Smaa::largest_standard_error() const { return 0.5 / std::sqrt(drawn_by.draws); }

Result<Smaa> smaa(const Contributions& parts, const SmaaDraws& draws) {
  if (draws.draws == 0) return fail(ErrorCode::invalid_argument, "there are no draws");
  TRY(check_importance(draws.importance, parts.criteria));
  Smaa result{.drawn_by = draws, .options = parts.options};
  result.central_weights.resize(parts.options);
  PlaceCounts counts(parts.options);
  std::vector<std::uint32_t> firsts(parts.options);
  std::vector<double> scores(parts.options);
  WeightDraw weight_draw(parts.criteria, draws);
  for (std::uint32_t draw = 0; draw < draws.draws; ++draw) {
    const auto& weights = weight_draw.next();
    for (std::size_t option = 0; option < parts.options; ++option) {
      const auto own = parts.of(option);
      scores[option] = std::inner_product(own.begin(), own.end(), weights.begin(), 0.0);
    }
    for (std::size_t option = 0; option < parts.options; ++option) {
      if (!counts.add(option, scores)) continue;
      ++firsts[option];
      auto& sum = result.central_weights[option];
      sum.resize(parts.criteria);
      for (std::size_t criterion = 0; criterion < parts.criteria; ++criterion) {
        sum[criterion] += weights[criterion];
      }
    }
  }
  for (std::size_t option = 0; option < parts.options; ++option) {
    for (auto& weight : result.central_weights[option]) weight /= firsts[option];
  }
  result.acceptability = std::move(counts).shares(draws.draws);
  return result;
}

}  // namespace tributary::evidence
