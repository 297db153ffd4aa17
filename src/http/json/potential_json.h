// http/json/potential_json.h: what may be expected of an innovation in everyday practice, and how
// it may spread.
#pragma once

#include <boost/json/object.hpp>

#include "app/ecosystem/potential/potential_desk.h"

namespace tributary::http {

boost::json::object potential_json(const app::PotentialView& view);
boost::json::object comparison_json(const app::Comparison& comparison);
boost::json::object forecast_json(const app::AdoptionForecast& ahead);

}  // namespace tributary::http
