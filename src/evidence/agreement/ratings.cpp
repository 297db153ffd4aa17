#include "evidence/agreement/ratings.h"

#include <fmt/core.h>

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cmath>
#include <limits>
#include <numeric>

namespace tributary::evidence {

namespace {

constexpr std::uint32_t kNotRated = std::numeric_limits<std::uint32_t>::max();

using Numbering = boost::unordered_flat_map<double, std::uint32_t>;

/// The ratings with numbers for values, in the order in which values appeared.
struct NumberedRatings {
  std::vector<double> values;
  std::vector<std::uint32_t> numbers;
};

std::string place_of(const Ratings& ratings, std::size_t index) {
  return fmt::format("coder {}, unit {}", index / ratings.units + 1, index % ratings.units + 1);
}

Result<Numbering> number_the_scale(const std::vector<double>& scale) {
  Numbering numbering;
  for (const double value : scale) {
    if (!std::isfinite(value)) {
      return fail(ErrorCode::invalid_argument, "the scale has a value that is no finite number");
    }
    if (!numbering.emplace(value + 0.0, static_cast<std::uint32_t>(numbering.size())).second) {
      return fail(ErrorCode::invalid_argument, fmt::format("the scale has {} twice", value));
    }
  }
  return numbering;
}

Result<NumberedRatings> number_ratings(const Ratings& ratings) {
  auto numbering = TRY(number_the_scale(ratings.scale));
  NumberedRatings result{ratings.scale, {}};
  result.numbers.reserve(ratings.values.size());
  for (std::size_t index = 0; index < ratings.values.size(); ++index) {
    const auto& rating = ratings.values[index];
    if (!rating) {
      result.numbers.push_back(kNotRated);
      continue;
    }
    if (!std::isfinite(*rating)) {
      return fail(ErrorCode::invalid_argument, "the rating is no finite number",
                  place_of(ratings, index));
    }
    const double value = *rating + 0.0;  // −0 is 0
    const auto next = static_cast<std::uint32_t>(result.values.size());
    const auto [found, is_new] = numbering.emplace(value, next);
    if (is_new) {
      if (!ratings.scale.empty()) {
        return fail(ErrorCode::invalid_argument, fmt::format("the scale has no {}", value),
                    place_of(ratings, index));
      }
      result.values.push_back(value);
    }
    result.numbers.push_back(found->second);
  }
  return result;
}

/// Numbers the values in ascending order instead.
void put_in_order(NumberedRatings& ratings) {
  std::vector<std::uint32_t> order(ratings.values.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t number) { return ratings.values[number]; });
  std::vector<std::uint32_t> place(order.size());
  std::vector<double> sorted(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    sorted[i] = ratings.values[order[i]];
  }
  ratings.values = std::move(sorted);
  for (auto& number : ratings.numbers) {
    if (number != kNotRated) number = place[number];
  }
}

}  // namespace

std::uint64_t rating_count(std::span<const CategoryCount> unit) {
  std::uint64_t count = 0;
  for (const auto& entry : unit) count += entry.count;
  return count;
}

Result<Tally> tally(const Ratings& ratings) {
  if (ratings.coders == 0) return fail(ErrorCode::invalid_argument, "there are no coders");
  if (ratings.units == 0) return fail(ErrorCode::invalid_argument, "there are no units");
  if (ratings.values.size() / ratings.units != ratings.coders ||
      ratings.values.size() % ratings.units != 0) {
    return fail(ErrorCode::invalid_argument,
                fmt::format("{} ratings are not those of {} coders for {} units",
                            ratings.values.size(), ratings.coders, ratings.units));
  }
  auto numbered = TRY(number_ratings(ratings));
  put_in_order(numbered);
  Tally result{.categories = std::move(numbered.values), .counts = {}, .begins = {0}};
  result.begins.reserve(ratings.units + 1);
  std::vector<std::uint32_t> counts(result.categories.size());
  std::vector<std::uint32_t> met;
  for (std::size_t unit = 0; unit < ratings.units; ++unit) {
    met.clear();
    for (std::size_t coder = 0; coder < ratings.coders; ++coder) {
      const auto number = numbered.numbers[coder * ratings.units + unit];
      if (number != kNotRated && counts[number]++ == 0) met.push_back(number);
    }
    std::ranges::sort(met);
    for (const auto number : met) {
      result.counts.push_back({number, counts[number]});
      counts[number] = 0;
    }
    result.begins.push_back(result.counts.size());
  }
  return result;
}

}  // namespace tributary::evidence
