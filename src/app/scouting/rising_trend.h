// app/scouting/rising_trend.h
//
// Whether a term rises over the years, and how fast.
//
//   const auto score = rise_of(counts, projects_by_year);        // 4.1: hardly chance
//   const auto growth = growth_of(counts, projects_by_year);     // 1.22 a year, 1.15 … 1.30
//
// Of the X projects that have a term, x_t start in year t. If its share neither rose nor fell, each
// year would have its part π_t = e_t / Σe of them, e being the projects of the year (or the words
// in them). Then
//
//   U = Σ t·x_t − X·Σ t·π_t,   Var(U) = X·(Σ t²·π_t − (Σ t·π_t)²),   z = U / √Var(U)
//
// is about standard normal: the score test for a log-linear trend in rates, given the total.
// Source: Armitage (1955), Biometrics 11:375–386; Breslow & Day (1987), Statistical Methods in
// Cancer Research II, ch. 3. It takes the projects to be independent, which those of one call are
// not quite, and a share near one is less certain than it takes it to be (z is then too small).
//
// Pure functions; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace tributary::app {

/// z as above; nothing where the counts or the exposures lie in fewer than two years. REQUIRES: as
/// many exposures as counts, none negative, and none of zero where a count is not.
std::optional<double> rise_of(std::span<const std::uint64_t> counts,
                              std::span<const double> exposures);

/// The probability that a standard normal is at least z.
double chance_of(double z);

/// How the share grows: e to the slope of its logarithm. 1.2 is a fifth more with every year.
struct Growth {
  double per_year = 1;
  double low = 1;              ///< the interval of 95 %: every growth that z, taken with it as the
  std::optional<double> high;  ///< null hypothesis, keeps within ±1.96. Nothing: without an end
};

/// Of a term that rise_of() gives a number for.
Growth growth_of(std::span<const std::uint64_t> counts, std::span<const double> exposures);

}  // namespace tributary::app
