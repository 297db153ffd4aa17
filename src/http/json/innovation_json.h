// http/json/innovation_json.h
//
// Innovations as the API tells them: schemas Innovations, Innovation, Pipeline and what they are
// made of. Names of people are there for those who are signed in; reviewers are never named.
#pragma once

#include <boost/json/value.hpp>
#include <map>
#include <vector>

#include "app/ecosystem/innovation_desk.h"

namespace tributary::http {

/// `limit` is how many were asked for; what is behind the page begins after `next`.
boost::json::object innovations_json(const store::InnovationPage& page, std::uint64_t limit);

boost::json::object innovation_json(const app::InnovationView& view, ecosystem::PersonId reader);

/// How many stand in each stage and standing, with the zeros, so that a board has all its places.
boost::json::object pipeline_json(const std::map<ecosystem::PipelineState, std::int64_t>& counts,
                                  const std::vector<store::StoredGateRule>& rules, Date as_of);

boost::json::object innovation_text_json(const ecosystem::InnovationText& text);

boost::json::array duplicates_json(const std::vector<app::LikelyDuplicate>& duplicates);

boost::json::object gate_rule_json(const store::StoredGateRule& stored);

}  // namespace tributary::http
