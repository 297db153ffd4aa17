#include "app/ecosystem/potential/adoption_forecast.h"

#include <algorithm>

namespace tributary::app {

AdoptionForecast forecast_of(std::span<const ecosystem::SpreadPoint> spread, Date as_of) {
  const bool is_last_day = as_of.month() == 12 && as_of.day() == 31;
  const int last_whole_year = is_last_day ? as_of.year() : as_of.year() - 1;
  AdoptionForecast ahead;
  std::vector<double> adopters;
  double adopted = 0;
  for (const auto& point : spread) {
    if (point.year > last_whole_year) break;
    adopters.push_back(static_cast<double>(point.adopted) - adopted);
    adopted = static_cast<double>(point.adopted);
    ahead.years.push_back(point.year);
  }
  const auto fit = evidence::fit_bass(adopters);
  if (!fit) {
    ahead.why_not = fit.error().message;
    if (fit.error().refusal) ahead.why_not_code = fit.error().refusal->code;
    return ahead;
  }
  ahead.fit = *fit;
  const auto already = static_cast<double>(spread.back().adopted);
  for (const auto& next : evidence::forecast(*fit, kYearsAhead)) {
    const auto behind = static_cast<int>(next.period - fit->periods);
    ahead.points.push_back({.year = ahead.years.back() + behind,
                            .adopted = std::max(already, next.cumulative),
                            .interval = {std::max(already, next.cumulative_interval.low),
                                         std::max(already, next.cumulative_interval.high)}});
  }
  return ahead;
}

}  // namespace tributary::app
