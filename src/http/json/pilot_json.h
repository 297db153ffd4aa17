// http/json/pilot_json.h
//
// Protocols, pilots and what they found as the API tells them: schemas Evidence, PilotProtocol,
// Pilot, PilotPower. Names of people are there for those who are signed in.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "app/ecosystem/pilot_desk.h"

namespace tributary::http {

boost::json::object pilot_power_json(const app::PilotPower& power);
boost::json::object protocol_json(const app::ProtocolView& view);
boost::json::object pilot_json(const app::PilotView& view);
boost::json::object evidence_json(const app::EvidenceView& view, Date as_of);
boost::json::object learner_import_json(const app::LearnerImport& report);
boost::json::array reproductions_json(const std::vector<app::Reproduction>& reproductions);

}  // namespace tributary::http
