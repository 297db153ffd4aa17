// http/json/mainstreaming_json.h
//
// Mainstreaming cases as the API tells them: schemas MainstreamingCases and MainstreamingCase.
// Names of people are there for those who are signed in.
#pragma once

#include <boost/json/object.hpp>

#include "app/ecosystem/mainstreaming_desk.h"

namespace tributary::http {

/// `limit` is how many were asked for; what is behind the page begins after `next`.
boost::json::object cases_json(const store::CasePage& page, std::uint64_t limit);

boost::json::object case_json(const app::CaseView& view);

}  // namespace tributary::http
