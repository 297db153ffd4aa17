#include <algorithm>
#include <chrono>

#include "app/hubs/hub_catalogue.h"
#include "app/hubs/hub_figures.h"
#include "app/hubs/hub_filter.h"
#include "app/hubs/hub_places.h"
#include "http/hub_feed.h"
#include "http/json/hub_json.h"
#include "http/json/json_response.h"
#include "http/json/partnership_json.h"
#include "http/pages/hub_widget.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/search_parameters.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

constexpr std::chrono::seconds kFigureTimeLimit{10};
constexpr std::uint32_t kWidgetProjects = 3;

/// What every function here works with.
struct HubSite {
  app::Portal& portal;
  app::Ecosystem& ecosystem;
  app::OfferDesk& offers;
  const Identity& identity;
  std::string public_url;
};

Outcome<app::HubView> hub_in_path(const HubSite& site, const Request& request) {
  const auto actor = TRY(site.identity.actor(request));
  return TRY(site.ecosystem.hubs().view(actor, request.path_parameter("slug")));
}

/// As a visitor has it, whoever asks: for feeds and the pages of others.
Outcome<app::HubView> hub_for_everybody(const HubSite& site, const Request& request) {
  return TRY(site.ecosystem.hubs().view({}, request.path_parameter("slug")));
}

Outcome<Response> list_hubs(const HubSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  return private_json(200, hubs_json(TRY(site.ecosystem.hubs().list(actor))));
}

Outcome<Response> show_hub(const HubSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto view = TRY(hub_in_path(site, request));
  const auto catalogue = TRY(app::hub_catalogue(view, site.portal));
  const auto pilots = site.ecosystem.hubs().pilots(
      view.stored.content, site.portal, std::chrono::steady_clock::now() + kFigureTimeLimit);
  if (!pilots) return std::unexpected(search_problem(pilots.error()));
  return private_json(200, hub_json(view, catalogue, *pilots, site.portal.clock().today()));
}

Outcome<Response> show_hub_news(const HubSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  return private_json(200, hub_news_json(TRY(hub_in_path(site, request))));
}

Outcome<Response> show_hub_calls(const HubSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto view = TRY(hub_in_path(site, request));
  const auto catalogue = TRY(app::hub_catalogue(view, site.portal));
  return private_json(200, hub_calls_json(view, catalogue));
}

Outcome<std::shared_ptr<const app::HubFigures>> figures_of(const HubSite& site,
                                                           const store::StoredHub& hub,
                                                           std::uint32_t quarters) {
  const auto figures =
      site.portal.hub_figures({.text = hub.content.query,
                               .filters = app::filters_of(hub.content),
                               .quarters = quarters,
                               .deadline = std::chrono::steady_clock::now() + kFigureTimeLimit});
  if (!figures) return std::unexpected(search_problem(figures.error()));
  return *figures;
}

Outcome<Response> show_hub_figures(const HubSite& site, const Request& request) {
  Parameters parameters(request);
  const auto quarters = static_cast<std::uint32_t>(TRY(parameters.number(
      "quarters", {.lowest = 1, .highest = app::kMostQuarters, .otherwise = app::kQuartersShown})));
  TRY(parameters.refuse_others());
  const auto view = TRY(hub_in_path(site, request));
  const auto figures = TRY(figures_of(site, view.stored, quarters));
  return private_json(200, hub_figures_json(view.stored, *figures));
}

Outcome<Response> show_hub_offers(const HubSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto view = TRY(hub_in_path(site, request));
  const auto list = app::hub_offers(view.stored.content, site.offers, site.portal,
                                    std::chrono::steady_clock::now() + kFigureTimeLimit);
  if (!list) return std::unexpected(search_problem(list.error()));
  return private_json(200, offers_json(*list));
}

Outcome<Response> show_hub_organisations(const HubSite& site, const Request& request) {
  Parameters parameters(request);
  HubOrganisationPage page;
  page.offset = TRY(parameters.number("offset", {.lowest = 0, .highest = 10'000'000}));
  page.limit = TRY(parameters.number("limit", {.lowest = 1, .highest = 100, .otherwise = 50}));
  TRY(parameters.refuse_others());
  const auto view = TRY(hub_in_path(site, request));
  const auto wanted = eco::quarter_named(request.path_parameter("quarter"));
  if (!wanted) return std::unexpected(Problem(404, "A quarter is written 2026-Q4.", "quarter"));
  const auto figures = TRY(figures_of(site, view.stored, app::kMostQuarters));
  const auto quarter = std::ranges::find(figures->quarters, *wanted, &app::QuarterFigures::quarter);
  if (quarter == figures->quarters.end()) {
    return std::unexpected(Problem(404, "Only the last 40 quarters are told.", "quarter"));
  }
  const auto& all = quarter->organisations;
  const auto first = std::min<std::uint64_t>(page.offset, all.size());
  const auto last = std::min<std::uint64_t>(first + page.limit, all.size());
  for (auto place = first; place < last; ++place) {
    page.named.push_back(TRY(site.portal.organisation_named(std::to_string(all[place].id.value))));
  }
  return private_json(200, hub_organisations_json(view.stored, figures->as_of, *quarter, page));
}

Outcome<Response> feed_of_hub(const HubSite& site, const Request& request) {
  Parameters parameters(request);
  const auto language = TRY(parameters.text("language"));
  TRY(parameters.refuse_others());
  const auto view = TRY(hub_for_everybody(site, request));
  return text_response("application/atom+xml", hub_feed(view, language, site.public_url));
}

Outcome<Response> widget_of_hub(const HubSite& site, const Request& request) {
  Parameters parameters(request);
  const auto language = TRY(parameters.text("language"));
  TRY(parameters.refuse_others());
  const auto view = TRY(hub_for_everybody(site, request));
  const auto& content = view.stored.content;
  const auto newest = site.portal.search({.text = content.query,
                                          .filters = app::filters_of(content),
                                          .sort = "-start",
                                          .limit = kWidgetProjects});
  if (!newest) return std::unexpected(search_problem(newest.error()));
  const bool is_demonstration = newest->demonstration || TRY(site.ecosystem.is_demonstration());
  auto response = text_response("text/html; charset=utf-8",
                                hub_widget_page({.view = view,
                                                 .newest = newest->hits,
                                                 .language = language,
                                                 .public_url = site.public_url,
                                                 .today = site.portal.clock().today(),
                                                 .is_demonstration = is_demonstration}));
  response.framing = Framing::by_anybody;
  return response;
}

Outcome<Response> style_of_widgets(const HubSite& /*site*/, const Request& request) {
  TRY(Parameters(request).refuse_others());
  return text_response("text/css; charset=utf-8", std::string(hub_widget_style()));
}

constexpr auto kHubRoutes = std::to_array<SiteRoute<HubSite>>({
    {Method::get, "/api/v1/hubs", list_hubs},
    {Method::get, "/api/v1/hubs/{slug}", show_hub},
    {Method::get, "/api/v1/hubs/{slug}/news", show_hub_news},
    {Method::get, "/api/v1/hubs/{slug}/calls", show_hub_calls},
    {Method::get, "/api/v1/hubs/{slug}/offers", show_hub_offers},
    {Method::get, "/api/v1/hubs/{slug}/figures", show_hub_figures},
    {Method::get, "/api/v1/hubs/{slug}/figures/{quarter}", show_hub_organisations},
    {Method::get, "/hubs/{slug}/feed.atom", feed_of_hub},
    {Method::get, "/hubs/{slug}/widget", widget_of_hub},
    {Method::get, "/hub-widget.css", style_of_widgets},
});

}  // namespace

void add_hub_routes(Router& router, app::Portal& portal, app::Ecosystem& ecosystem,
                    app::OfferDesk& offers, const Identity& identity,
                    const std::string& public_url) {
  add_routes(router, HubSite{portal, ecosystem, offers, identity, public_url}, kHubRoutes);
}

}  // namespace tributary::http
