// http/json/application_json.h
//
// Applications of the framework as the API tells them: schemas ApplicationOverview and Application.
// What is not known is null: a level that nobody stated is not level 0. Persons are not named, only
// the states for which they spoke.
#pragma once

#include <boost/json/value.hpp>

#include "app/ecosystem/application_desk.h"

namespace tributary::http {

boost::json::object overview_json(const app::ApplicationOverview& overview);
boost::json::object application_json(const app::ApplicationView& view);

}  // namespace tributary::http
