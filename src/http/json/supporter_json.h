// http/json/supporter_json.h: GET …/supporters of innovations and amendments, the schema
// Supporters.
#pragma once

#include <boost/json/object.hpp>

#include "app/ecosystem/supporter_list.h"

namespace tributary::http {

boost::json::object supporters_json(const app::SupporterList& list);

}  // namespace tributary::http
