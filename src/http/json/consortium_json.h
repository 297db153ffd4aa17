// http/json/consortium_json.h
//
// Rules of calls and what became of a consortium under them, as the API writes them: schemas
// ConsortiumRules, ConsortiumCheck and ConsortiumProposal.
#pragma once

#include <boost/json/object.hpp>
#include <span>
#include <vector>

#include "app/consortium/consortium_request.h"
#include "app/consortium/rule_files.h"
#include "network/consortium/check.h"

namespace tributary::http {

/// All sets with their rules, the groups of countries, and what may be said of an organisation.
boost::json::object consortium_rules_json(std::span<const network::RuleSet> sets,
                                          std::span<const app::CountryGroup> groups);

boost::json::object consortium_check_json(const network::RuleSet& rules,
                                          std::span<const network::Member> members,
                                          std::span<const network::Outcome> outcomes);

boost::json::object consortium_proposal_json(const app::ConsortiumRequest& request,
                                             const network::Proposal& proposal);

boost::json::object consortium_member_json(const network::Member& member);

}  // namespace tributary::http
