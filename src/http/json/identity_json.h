// http/json/identity_json.h: who is who among organisations, as JSON.
#pragma once

#include <boost/json/object.hpp>
#include <vector>

#include "app/organisations/organisation_desk.h"

namespace tributary::http {

boost::json::object resolve_json(const app::ResolveReport& report);
boost::json::object doubts_json(const app::DoubtList& list, Date today);
boost::json::object split_json(const app::SplitDone& split);
boost::json::object decisions_json(const std::vector<app::ToldDecision>& decisions);

}  // namespace tributary::http
