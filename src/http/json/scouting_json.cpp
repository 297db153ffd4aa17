#include "http/json/scouting_json.h"

#include <fmt/format.h>

#include <charconv>

#include "http/json/innovation_parts_json.h"
#include "http/json/project_json.h"
#include "http/json/search_json.h"
#include "http/json/values.h"

namespace tributary::http {

namespace json = boost::json;

namespace {

json::object rising_term_json(const app::RisingTerm& term,
                              const std::vector<app::RisingYear>& years) {
  json::array counts;
  std::uint64_t total = 0;
  for (std::size_t at = 0; at < years.size(); ++at) {
    const auto projects = years[at].projects;
    total += term.counts[at];
    counts.push_back({{"year", years[at].year},
                      {"projects", term.counts[at]},
                      {"share", projects == 0 ? json::value(nullptr)
                                              : json::value(static_cast<double>(term.counts[at]) /
                                                            static_cast<double>(projects))}});
  }
  return {{"term", term.text},
          {"query", term.query},
          {"projects", total},
          {"years", std::move(counts)},
          {"growth",
           {{"per_year", term.growth.per_year},
            {"low", term.growth.low},
            {"high", or_null(term.growth.high)}}},
          {"z", term.z},
          {"chance", term.chance}};
}

json::object closeness_json(const app::Closeness& closeness) {
  return {{"value", closeness.value}, {"words", closeness.words}, {"cosine", closeness.cosine}};
}

json::object need_hit_json(const app::NeedHit& hit, const InnovationTitles& titles) {
  json::array shared;
  for (const auto& [word, share] : hit.shared) {
    shared.push_back({{"word", word}, {"share", rounded(share)}});
  }
  auto object = project_card_json(hit.project, hit.status);
  object["score"] = hit.score;
  object["closeness"] = closeness_json(hit.closeness);
  object["shared"] = std::move(shared);
  object["nearest"] = nullptr;
  if (hit.nearest) {
    object["nearest"] = {{"id", hit.nearest->id.value},
                         {"title", titles.at(hit.nearest->id)},
                         {"closeness", closeness_json(hit.nearest->closeness)}};
  }
  return object;
}

}  // namespace

json::object rising_json(const app::RisingQuery& query, const app::RisingTerms& rising,
                         Date as_of) {
  json::array years, terms;
  for (const auto& [year, projects, words] : rising.years) {
    years.push_back({{"year", year}, {"projects", projects}, {"words", words}});
  }
  for (const auto& term : rising.terms) terms.push_back(rising_term_json(term, rising.years));
  return {{"query",
           {{"text", query.text},
            {"echo", rising.echo},
            {"misreadings", misreadings_json(rising.misreadings)}}},
          {"as_of", as_of.iso()},
          {"source", "projects of the catalogue by the year of their start, else of their call"},
          {"statistic",
           "score test for a log-linear trend in rates (Armitage 1955; Breslow and Day 1987), "
           "against the projects of each year and against their words; the smaller z of the two, "
           "its one-sided chance times the terms tried (Bonferroni)"},
          {"years", std::move(years)},
          {"has_enough", rising.has_enough},
          {"fewest_projects", app::kFewestProjectsOfTerm},
          {"greatest_chance", app::kGreatestChance},
          {"words_tried", rising.words_tried},
          {"phrases_tried", rising.phrases_tried},
          {"projects_read_for_phrases", rising.projects_read},
          {"terms", std::move(terms)}};
}

json::object need_json(const app::NeedQuery& query, const app::NeedAnswer& answer,
                       const InnovationTitles& titles, Date as_of) {
  json::array hits;
  for (const auto& hit : answer.hits) hits.push_back(need_hit_json(hit, titles));
  return {
      {"text", query.text},
      {"language", answer.language},
      {"as_of", as_of.iso()},
      {"source", "projects of the catalogue, and innovations that were proposed here"},
      {"formula", answer.has_vectors
                      ? "score = closeness · (1 − nearest); each is (words + 0.4 · cosine) / 1.4"
                      : "score = closeness · (1 − nearest); each is the part of the words' weight"},
      {"by_company", answer.has_vectors},
      {"innovations_compared", answer.compared},
      {"projects_compared", answer.candidates},
      {"hits", std::move(hits)}};
}

json::object watch_json(const store::Watch& watch) {
  json::array filters;
  for (const auto& [facet, value] : watch.filters) {
    filters.push_back({{"facet", facet}, {"value", value}});
  }
  return {{"id", watch.id.value},
          {"name", watch.name},
          {"query", watch.query},
          {"filters", std::move(filters)},
          {"created_at", to_json(std::optional(watch.created))},
          {"seen_at", to_json(std::optional(watch.seen_at))}};
}

json::array watches_json(const std::vector<store::Watch>& watches) {
  json::array list;
  for (const auto& watch : watches) list.push_back(watch_json(watch));
  return list;
}

json::object watches_json(const std::vector<app::WatchView>& watches) {
  json::array list;
  for (const auto& [watch, added, changed] : watches) {
    auto entry = watch_json(watch);
    entry["added"] = added;
    entry["changed"] = changed;
    list.push_back(std::move(entry));
  }
  return {{"total", watches.size()}, {"watches", std::move(list)}};
}

json::object watch_news_json(const app::WatchNews& news) {
  json::array projects;
  for (const auto& [hit, is_added] : news.projects) {
    auto card = project_card_json(hit.project, hit.status);
    card["news"] = is_added ? "added" : "changed";
    projects.push_back(std::move(card));
  }
  return {{"watch", watch_json(news.watch)},
          {"total", news.added + news.changed},
          {"added", news.added},
          {"changed", news.changed},
          {"projects", std::move(projects)},
          {"next_cursor", text_or_null(news.next_cursor)},
          {"up_to", mark_text(news.up_to)},
          {"catching_up", news.is_catching_up}};
}

std::string mark_text(const store::CatalogueMark& mark) {
  return fmt::format("{}.{}", mark.run, mark.record);
}

std::optional<store::CatalogueMark> mark_of(std::string_view text) {
  store::CatalogueMark mark;
  const auto* end = text.data() + text.size();
  const auto run = std::from_chars(text.data(), end, mark.run);
  if (run.ec != std::errc() || run.ptr == end || *run.ptr != '.') return std::nullopt;
  const auto record = std::from_chars(run.ptr + 1, end, mark.record);
  if (record.ec != std::errc() || record.ptr != end) return std::nullopt;
  if (mark.run < 0 || mark.record < 0) return std::nullopt;
  return mark;
}

}  // namespace tributary::http
