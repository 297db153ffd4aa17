#include "http/json/search_json.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "http/json/explanation_json.h"
#include "http/json/project_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

json::array runs_json(const text::Snippet& snippet) {
  json::array runs;
  for (const auto& run : snippet.runs) {
    runs.push_back({{"text", run.text}, {"marked", run.marked}});
  }
  return runs;
}

json::object hit_json(const app::SearchHit& hit) {
  auto object = project_card_json(hit.project, hit.status);
  object["title_runs"] = runs_json(hit.title);
  object["snippet"] = {{"runs", runs_json(hit.snippet)},
                       {"cut_before", hit.snippet.cut_before},
                       {"cut_after", hit.snippet.cut_after}};
  object["partner_count"] = count_partners(hit.project.participations).partners;
  object["score"] = rounded(hit.score);
  return object;
}

json::array near_words_json(const std::vector<search::NearWords>& near_words) {
  constexpr std::size_t kWordsShown = 5;
  json::array all;
  for (const auto& [typed, words, is_cut] : near_words) {
    const auto shown = std::span(words).first(std::min(words.size(), kWordsShown));
    all.push_back({{"typed", typed},
                   {"words", strings_json({shown.begin(), shown.end()})},
                   {"count", words.size()},
                   {"cut", is_cut}});
  }
  return all;
}

json::value better_text_json(const std::optional<search::BetterText>& better) {
  if (!better) return nullptr;
  json::array changed;
  for (const auto& [begin, end] : better->changed) {
    changed.push_back({{"begin", begin}, {"end", end}});
  }
  return {{"text", better->text}, {"changed", std::move(changed)}};
}

json::object reading_json(const app::SearchQuery& query, const app::SearchResponse& response) {
  json::array also_searched;
  for (const auto& [typed, names, country] : response.also_searched) {
    also_searched.push_back(
        {{"typed", typed},
         {"names", strings_json(names)},
         {"country", country.empty() ? json::value(nullptr) : json::value(country)}});
  }
  return {{"text", query.text},
          {"echo", response.echo},
          {"misreadings", misreadings_json(response.misreadings)},
          {"words_required", response.words_required},
          {"words_asked", response.words_asked},
          {"prefix_cut", response.prefix_cut},
          {"near_words", near_words_json(response.near_words)},
          {"compounds", near_words_json(response.compounds)},
          {"also_searched", std::move(also_searched)},
          {"did_you_mean", better_text_json(response.did_you_mean)}};
}

}  // namespace

json::object facet_json(const app::FacetResult& facet) {
  json::array values;
  for (const auto& value : facet.values) {
    values.push_back({{"value", value.value},
                      {"label", value.label},
                      {"count", value.count},
                      {"selected", value.selected}});
  }
  return {{"name", facet.name}, {"distinct", facet.distinct}, {"values", std::move(values)}};
}

json::array misreadings_json(const std::vector<search::Misreading>& misreadings) {
  json::array list;
  for (const auto& misreading : misreadings) {
    list.push_back({{"begin", misreading.where.begin},
                    {"end", misreading.where.end},
                    {"reason", misreading.reason}});
  }
  return list;
}

json::object search_json(const app::SearchQuery& query, const app::SearchResponse& response,
                         std::uint64_t generation) {
  json::array hits, facets;
  for (const auto& hit : response.hits) {
    auto described = hit_json(hit);
    if (hit.explanation) described["explanation"] = explanation_json(*hit.explanation);
    hits.push_back(std::move(described));
  }
  for (const auto& facet : response.facets) facets.push_back(facet_json(facet));
  return {
      {"total", response.total},
      {"query", reading_json(query, response)},
      {"hits", std::move(hits)},
      {"facets", std::move(facets)},
      {"next_cursor",
       response.next_cursor.empty() ? json::value(nullptr) : json::value(response.next_cursor)},
      {"demonstration", response.demonstration},
      {"generation", generation},
  };
}

}  // namespace tributary::http
