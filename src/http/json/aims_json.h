// http/json/aims_json.h
//
// The two aims as the API tells them: schemas AimStates, Aims, AimRows and ProviderAnswers. They
// stand side by side; what is not known is null.
#pragma once

#include <boost/json/object.hpp>

#include "app/ecosystem/aims/aims_desk.h"

namespace tributary::http {

boost::json::object aim_states_json(const std::vector<app::AimsOfState>& states, Date as_of);

boost::json::object aims_json(const app::AimsView& view);

boost::json::object aim_rows_json(const ecosystem::StateCode& state, const app::AimRowsPage& page);

/// Schema VetProviders.
boost::json::object vet_providers_json(const ecosystem::StateCode& state,
                                       const app::VetProvidersPage& page, Date as_of);

boost::json::object provider_answers_json(const std::vector<app::AnswerView>& answers, Date as_of);

}  // namespace tributary::http
