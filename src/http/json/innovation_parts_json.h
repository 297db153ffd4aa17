// http/json/innovation_parts_json.h: what innovation_json() puts together.
#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>

#include "app/ecosystem/innovation_desk.h"

namespace tributary::http {

boost::json::value text_or_null(const std::string& text);

template <class Id>
boost::json::value id_or_null(const std::optional<Id>& id) {
  return id ? boost::json::value(id->value) : boost::json::value(nullptr);
}

boost::json::object shortfall_json(const ecosystem::GateShortfall& shortfall);

boost::json::array role_names_json(ecosystem::Roles roles);

/// What can be done next, who must act, what is missing before, and what is said with the move.
boost::json::array next_acts_json(const app::InnovationView& view);

/// The rule, how many assessments there are, and what the gate reads where the reader may see it.
boost::json::value gate_json(const app::InnovationView& view, ecosystem::PersonId reader);
boost::json::value override_json(const app::InnovationView& view);
boost::json::array innovation_moves_json(const app::InnovationView& view);
boost::json::array assessments_json(const app::InnovationView& view, ecosystem::PersonId reader);

boost::json::array facts_json(const app::InnovationView& view);
/// One that was registered after the trial began is marked as exploratory.
boost::json::array protocols_json(const app::InnovationView& view);
boost::json::array evidence_json(const app::InnovationView& view);
boost::json::array team_json(const app::InnovationView& view, store::TeamEventKind kind,
                             ecosystem::PersonId reader);

}  // namespace tributary::http
