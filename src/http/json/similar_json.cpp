#include "http/json/similar_json.h"

#include "http/json/project_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

json::object hit_json(const app::SimilarProject& hit) {
  const auto& merged = hit.project.merged;
  json::array shared;
  for (const auto& [word, share] : hit.shared) {
    shared.push_back({{"word", word}, {"share", rounded(share)}});
  }
  return {
      {"id", hit.project.slug},
      {"title", merged.title},
      {"acronym", merged.acronym},
      {"programme", merged.programme},
      {"action", merged.action},
      {"status", name_of(hit.status)},
      {"start", to_json(merged.start)},
      {"end", to_json(merged.end)},
      {"grant_eur", to_json(merged.grant)},
      {"coordinator", coordinator_json(hit.project.participations)},
      {"countries", strings_json(countries_of(hit.project.participations))},
      {"score", rounded(hit.score)},
      {"shared", std::move(shared)},
  };
}

}  // namespace

json::object similar_json(const app::SimilarResponse& response) {
  json::array hits;
  for (const auto& hit : response.hits) hits.push_back(hit_json(hit));
  return {{"hits", std::move(hits)}, {"by_company", response.by_company}};
}

}  // namespace tributary::http
