// http/json/synthesis_json.h: effects, and what several come to together.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "app/ecosystem/pilot_shown.h"
#include "app/ecosystem/pilot_synthesis.h"

namespace tributary::http {

boost::json::array effects_json(const std::vector<app::ShownEffect>& effects);
boost::json::object synthesis_json(const app::OutcomeSynthesis& synthesis);

}  // namespace tributary::http
