// http/json/panel_json.h
//
// Panels, rubrics and rankings as the API tells them: schemas Panel, PanelRound, Rubric, Rubrics
// and RankedPortfolio. Reviewers are numbered, and named to the chair alone.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <vector>

#include "app/ecosystem/panel/panel_desk.h"
#include "app/ecosystem/panel/rubric_desk.h"

namespace tributary::http {

boost::json::object panel_json(const app::PanelView& view, ecosystem::PersonId reader);

boost::json::object panel_round_json(const app::RoundView& view, ecosystem::PersonId reader);

boost::json::array agreement_reproductions_json(
    const std::vector<app::AgreementReproduction>& reproductions);

boost::json::object rubric_json(const store::StoredRubric& stored);

boost::json::object rubrics_json(const std::vector<store::StoredRubric>& list);

/// `request` is what was asked, so that it can be asked again.
boost::json::object ranked_portfolio_json(const app::RankedPortfolio& portfolio,
                                          const app::RankPortfolio& request, Date as_of);

}  // namespace tributary::http
