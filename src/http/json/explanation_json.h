// http/json/explanation_json.h
#pragma once

#include <boost/json/object.hpp>

#include "search/explanation.h"

namespace tributary::http {

/// The schema Explanation: integers as the engine adds them up.
boost::json::object explanation_json(const search::Explanation& explanation);

}  // namespace tributary::http
