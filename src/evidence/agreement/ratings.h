// evidence/agreement/ratings.h
//
// What a panel said, and how often each unit was given each value, which is all that most
// coefficients of agreement ask.
//
//   Ratings ratings{.coders = 2, .units = 3, .values = {1, 2, 3, 1, std::nullopt, 3}};
//   TRY(tally(ratings)).unit(0)  →  value 1, twice
//
// Plain data and a pure function; safe to call from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"

namespace tributary::evidence {

struct Ratings {
  std::size_t coders = 0;
  std::size_t units = 0;
  std::vector<std::optional<double>> values;  ///< coder after coder; nothing: did not rate the unit
  std::vector<double> scale;  ///< the values that could be given; empty: those that were given

  [[nodiscard]] const std::optional<double>& at(std::size_t coder, std::size_t unit) const {
    return values[coder * units + unit];
  }
};

struct CategoryCount {
  std::uint32_t category = 0;
  std::uint32_t count = 0;
  bool operator==(const CategoryCount&) const = default;
};

/// The ratings without who gave them.
struct Tally {
  std::vector<double> categories;     ///< the values, ascending
  std::vector<CategoryCount> counts;  ///< unit after unit, by category
  std::vector<std::size_t> begins;    ///< of each unit in `counts`, then the end

  [[nodiscard]] std::size_t units() const { return begins.size() - 1; }
  [[nodiscard]] std::span<const CategoryCount> unit(std::size_t index) const {
    return std::span(counts).subspan(begins[index], begins[index + 1] - begins[index]);
  }
};

/// How many ratings a unit has.
[[nodiscard]] std::uint64_t rating_count(std::span<const CategoryCount> unit);

/// Errors: `invalid_argument` where there are no coders or units, the values are not coders ×
/// units, a value is not a finite number or not of the scale, or the scale is not one; each names
/// coder and unit, counted from 1. Linear in the ratings, but for sorting the distinct values.
Result<Tally> tally(const Ratings& ratings);

}  // namespace tributary::evidence
