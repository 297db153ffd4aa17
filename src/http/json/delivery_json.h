// http/json/delivery_json.h: what a pilot took, as the API tells it.
#pragma once

#include <boost/json/value.hpp>
#include <optional>

#include "app/ecosystem/pilot_shown.h"

namespace tributary::http {

/// Null where nothing was entered.
boost::json::value delivery_json(const std::optional<app::ShownDelivery>& delivery);

}  // namespace tributary::http
