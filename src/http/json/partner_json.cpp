#include "http/json/partner_json.h"

#include "http/json/organisation_json.h"
#include "http/json/search_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

json::array reasons_json(const std::vector<app::PartnerReason>& reasons) {
  json::array list;
  for (const auto& reason : reasons) {
    list.push_back({{"project", reason.slug},
                    {"acronym", reason.acronym},
                    {"title", reason.title},
                    {"start", to_json(reason.start)},
                    {"share", reason.share}});
  }
  return list;
}

json::object hit_json(const app::PartnerHit& hit) {
  auto object = organisation_card_json(hit.organisation);
  object["score"] = hit.score;
  object["parts"] = {{"relevance", hit.parts.relevance},
                     {"ties", hit.parts.ties},
                     {"experience", hit.parts.experience},
                     {"complementarity", hit.parts.complementarity},
                     {"newcomer", hit.parts.newcomer}};
  object["first_project_began"] = to_json(hit.first_began);
  object["is_newcomer"] = hit.is_newcomer;
  object["votes"] = {{"projects", hit.votes}, {"most", reasons_json(hit.reasons)}};
  object["ties"] = {{"projects", hit.joint_projects}, {"most", reasons_json(hit.ties)}};
  return object;
}

json::object looked_for_json(const app::PartnerQuery& query, const app::PartnerAnswer& answer) {
  json::array members;
  for (const auto& member : answer.members) members.push_back(organisation_card_json(member));
  return {{"idea", query.idea},
          {"language", answer.language},
          {"project", query.project},
          {"call", query.call},
          {"members", std::move(members)},
          {"weights",
           {{"relevance", query.weights.relevance},
            {"ties", query.weights.ties},
            {"experience", query.weights.experience},
            {"complementarity", query.weights.complementarity},
            {"newcomer", query.weights.newcomer}}},
          {"size_damping", query.size_damping},
          {"half_life_years", query.half_life_years}};
}

}  // namespace

json::object partners_json(const app::PartnerQuery& query, const app::PartnerAnswer& answer) {
  json::array hits, facets;
  for (const auto& hit : answer.hits) hits.push_back(hit_json(hit));
  for (const auto& facet : answer.facets) facets.push_back(facet_json(facet));
  return {
      {"as_of", answer.as_of.iso()},
      {"source", "participations in the projects of the catalogue"},
      {"formula",
       "score = weighted mean of the parts, without members of relevance, experience and newcomer "
       "alone; relevance: votes of projects that are like it, each (similarity/largest)² · "
       "2^(−age/half-life); ties: joint projects with members, each 2^(−age/half-life) / √partners "
       "/ √(1 + projects of the member); both / log₂(1 + projects)^damping, then log(1 + 5 · "
       "part/most) / log(6); experience: log(1 + projects), the most being 1"},
      {"looked_for", looked_for_json(query, answer)},
      {"projects_voting", answer.projects_voting},
      {"total", answer.total},
      {"offset", query.offset},
      {"facets", std::move(facets)},
      {"hits", std::move(hits)}};
}

}  // namespace tributary::http
