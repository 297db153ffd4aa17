#include <chrono>

#include "http/json/json_response.h"
#include "http/json/scouting_json.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/search_parameters.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

/// Longer than a search may take: it asks some hundred of them.
constexpr std::chrono::seconds kScoutingTimeLimit{10};
constexpr NumberRange kYearRange{.lowest = 1900, .highest = 2100};

struct ScoutingSite {
  app::Portal& portal;
  app::Ecosystem& ecosystem;
  const Identity& identity;
};

Outcome<std::optional<std::int32_t>> year_parameter(Parameters& parameters, std::string_view name) {
  if (!parameters.has(name)) return std::nullopt;
  return static_cast<std::int32_t>(TRY(parameters.number(name, kYearRange)));
}

Outcome<Response> rising_terms(const ScoutingSite& site, const Request& request) {
  Parameters parameters(request);
  app::RisingQuery query;
  query.text = TRY(parameters.text("q"));
  query.filters = TRY(filter_parameters(request, parameters));
  query.from = TRY(year_parameter(parameters, "from"));
  query.to = TRY(year_parameter(parameters, "to"));
  query.limit = static_cast<std::uint32_t>(
      TRY(parameters.number("limit", {.lowest = 1, .highest = 100, .otherwise = 20})));
  query.deadline = std::chrono::steady_clock::now() + kScoutingTimeLimit;
  TRY(parameters.refuse_others());
  const auto rising = site.portal.rising_terms(query);
  if (!rising) return std::unexpected(search_problem(rising.error()));
  return text_response("application/json",
                       serialize(rising_json(query, *rising, site.portal.clock().today())));
}

Outcome<std::vector<app::FacetChoice>> filters_field(JsonBody& body) {
  std::vector<app::FacetChoice> choices;
  for (auto& filter : TRY(body.objects("filters"))) {
    const auto facet = TRY(filter.text("facet"));
    app::add_choice(choices, facet, TRY(filter.text("value")));
    TRY(filter.refuse_others());
  }
  return choices;
}

/// Anyone may ask: it is a question, whose text may be too long for an address.
Outcome<Response> projects_for_need(const ScoutingSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  auto body = TRY(JsonBody::read(request));
  app::NeedQuery query;
  query.text = TRY(body.text("text"));
  query.language = TRY(body.text("language", ""));
  query.filters = TRY(filters_field(body));
  query.known = TRY(site.ecosystem.innovations().known());
  query.limit = static_cast<std::uint32_t>(
      TRY(body.number("limit", {.lowest = 1, .highest = 50, .otherwise = 10})));
  query.deadline = std::chrono::steady_clock::now() + kScoutingTimeLimit;
  TRY(body.refuse_others());
  const auto answer = TRY(body.answer_of(site.portal.projects_for_need(query)));
  InnovationTitles titles;
  for (const auto& hit : answer.hits) {
    if (!hit.nearest || titles.contains(hit.nearest->id)) continue;
    titles[hit.nearest->id] = TRY(site.ecosystem.innovations().title(hit.nearest->id));
  }
  return private_json(200, need_json(query, answer, titles, site.portal.clock().today()));
}

Outcome<Response> own_watches(const ScoutingSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  return private_json(
      200, watches_json(TRY(site.ecosystem.watches().watches(caller.actor, site.portal))));
}

Outcome<Response> add_watch(const ScoutingSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::AddWatch add;
  add.name = TRY(body.text("name"));
  add.query = TRY(body.text("query"));
  add.filters = TRY(filters_field(body));
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.ecosystem.watches().add(actor, add, site.portal)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> watch_news(const ScoutingSite& site, const Request& request) {
  Parameters parameters(request);
  app::NewsRequest page;
  page.limit = static_cast<std::uint32_t>(
      TRY(parameters.number("limit", {.lowest = 1, .highest = 100, .otherwise = 20})));
  page.cursor = TRY(parameters.text("cursor"));
  TRY(parameters.refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  const auto news = site.ecosystem.watches().news(caller.actor, {TRY(path_number(request, "id"))},
                                                  page, site.portal);
  if (!news) return std::unexpected(search_problem(news.error()));
  return private_json(200, watch_news_json(*news));
}

Outcome<Response> mark_watch_seen(const ScoutingSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto mark = mark_of(TRY(body.text("up_to")));
  if (!mark) return body.refusal("up_to", "what the news of the watch told as up_to");
  TRY(body.refuse_others());
  TRY(body.answer_of(
      site.ecosystem.watches().mark_seen(actor, {TRY(path_number(request, "id"))}, *mark)));
  return done();
}

Outcome<Response> remove_watch(const ScoutingSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  TRY(site.ecosystem.watches().remove(caller.actor, {TRY(path_number(request, "id"))}));
  return done();
}

constexpr auto kScoutingRoutes = std::to_array<SiteRoute<ScoutingSite>>({
    {Method::get, "/api/v1/scouting/rising", rising_terms},
    {Method::post, "/api/v1/scouting/needs", projects_for_need},
    {Method::get, "/api/v1/scouting/watches", own_watches},
    {Method::post, "/api/v1/scouting/watches", add_watch},
    {Method::get, "/api/v1/scouting/watches/{id}/new", watch_news},
    {Method::post, "/api/v1/scouting/watches/{id}/seen", mark_watch_seen},
    {Method::remove, "/api/v1/scouting/watches/{id}", remove_watch},
});

}  // namespace

void add_scouting_routes(Router& router, app::Portal& portal, app::Ecosystem& ecosystem,
                         const Identity& identity) {
  add_routes(router, ScoutingSite{portal, ecosystem, identity}, kScoutingRoutes);
}

}  // namespace tributary::http
