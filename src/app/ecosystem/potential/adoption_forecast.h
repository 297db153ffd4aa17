// app/ecosystem/potential/adoption_forecast.h
//
// How many providers will have adopted an innovation in the years to come, by the curve of its
// spread so far, or the reason why that cannot be told.
//
//   const auto ahead = forecast_of(view.spread, view.day);
//   ahead.points.back()   →  2031: 40 providers, 30 to 50
//   ahead.why_not         →  "no saturation visible yet: …", where there is none
//
// A pure function; safe to call from any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "ecosystem/mainstreaming/adoption.h"
#include "evidence/diffusion/bass_model.h"

namespace tributary::app {

inline constexpr std::size_t kYearsAhead = 5;

struct ForecastPoint {
  int year = 0;
  double adopted = 0;  ///< providers that ever adopted it until the end of the year
  evidence::Interval interval;
};

struct AdoptionForecast {
  std::vector<int> years;  ///< that it rests on: whole ones, from the first adoption on
  std::optional<evidence::BassFit> fit;
  std::vector<ForecastPoint> points;
  std::string why_not, why_not_code;  ///< where there is no fit; codes are those of bass_model.h
};

/// By the Bass model over providers that adopt it for the first time, year by year. The year at
/// hand is left out until its last day, as it would look like a fall. A forecast is never below
/// what has been adopted already.
AdoptionForecast forecast_of(std::span<const ecosystem::SpreadPoint> spread, Date as_of);

}  // namespace tributary::app
