#include "http/json/similar_json.h"

#include "http/json/project_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

json::object hit_json(const app::SimilarProject& hit) {
  json::array shared;
  for (const auto& [word, share] : hit.shared) {
    shared.push_back({{"word", word}, {"share", rounded(share)}});
  }
  auto object = project_card_json(hit.project, hit.status);
  object["score"] = rounded(hit.score);
  object["shared"] = std::move(shared);
  return object;
}

}  // namespace

json::object similar_json(const app::SimilarResponse& response) {
  json::array hits;
  for (const auto& hit : response.hits) hits.push_back(hit_json(hit));
  return {{"hits", std::move(hits)}, {"by_company", response.by_company}};
}

}  // namespace tributary::http
