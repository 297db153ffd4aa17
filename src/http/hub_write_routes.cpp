#include "http/json/json_response.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct HubWriteSite {
  app::Portal& portal;
  app::HubDesk& desk;
  const Identity& identity;
};

Outcome<app::SeenHub> seen_hub(const Request& request, JsonBody& body) {
  app::SeenHub hub;
  hub.slug = request.path_parameter("slug");
  hub.seen = TRY(seen_revision(body));
  return hub;
}

/// All that a hub says of itself, and its filter.
Outcome<eco::HubContent> hub_content(JsonBody& body) {
  eco::HubContent content;
  for (auto& item : TRY(body.objects("texts"))) {
    auto& text = content.texts.emplace_back();
    text.language = TRY(item.text("language"));
    text.name = TRY(item.text("name"));
    text.description = TRY(item.text("description", ""));
    TRY(item.refuse_others());
  }
  content.query = TRY(body.text("query", ""));
  for (auto& item : TRY(body.objects("choices"))) {
    auto& choice = content.choices.emplace_back();
    choice.facet = TRY(item.text("facet"));
    choice.value = TRY(item.text("value"));
    TRY(item.refuse_others());
  }
  return content;
}

/// A day that has to be there.
Outcome<Date> needed_day(JsonBody& body, std::string_view name) {
  const auto day = TRY(body.optional_day(name));
  if (!day) return body.refusal(name, "a day like 2026-11-29");
  return *day;
}

Outcome<Response> numbered(std::int64_t number) { return private_json(201, {{"number", number}}); }

Outcome<Response> create_hub(const HubWriteSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::CreateHub create;
  create.slug = TRY(body.text("slug"));
  create.content = TRY(hub_content(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.create(actor, create, site.portal)));
  return private_json(201, {{"slug", create.slug}});
}

Outcome<Response> edit_hub(const HubWriteSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto hub = TRY(seen_hub(request, body));
  const auto content = TRY(hub_content(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.edit(actor, hub, content, site.portal)));
  return done();
}

Outcome<Response> move_hub(const HubWriteSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto hub = TRY(seen_hub(request, body));
  const auto act = TRY(body.one_of("act", eco::HubAct::reopen));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.move(actor, {.slug = hub.slug, .seen = hub.seen, .act = act})));
  return done();
}

Outcome<Response> publish_hub_news(const HubWriteSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto hub = TRY(seen_hub(request, body));
  eco::HubNews news;
  news.language = TRY(body.text("language"));
  news.title = TRY(body.text("title"));
  news.body = TRY(body.text("body"));
  news.day = TRY(needed_day(body, "day"));
  TRY(body.refuse_others());
  return numbered(TRY(body.answer_of(site.desk.publish(actor, hub, news))));
}

Outcome<Response> add_hub_call(const HubWriteSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto hub = TRY(seen_hub(request, body));
  eco::HubCall call;
  call.call = TRY(body.text("call"));
  call.language = TRY(body.text("language"));
  call.note = TRY(body.text("note", ""));
  call.deadline = TRY(needed_day(body, "deadline"));
  call.link = TRY(body.text("link"));
  TRY(body.refuse_others());
  return numbered(TRY(body.answer_of(site.desk.add_call(actor, hub, call))));
}

Outcome<Response> add_hub_highlight(const HubWriteSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto hub = TRY(seen_hub(request, body));
  eco::HubHighlight highlight;
  highlight.project = TRY(body.text("project"));
  highlight.language = TRY(body.text("language"));
  highlight.reason = TRY(body.text("reason"));
  TRY(body.refuse_others());
  return numbered(TRY(body.answer_of(site.desk.highlight(actor, hub, highlight, site.portal))));
}

using TakeOff = Result<> (app::HubDesk::*)(const eco::Actor&, const app::SeenHub&, std::int64_t);

/// Takes off what has the number in the address.
template <TakeOff take_off>
Outcome<Response> take_off_hub(const HubWriteSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto hub = TRY(seen_hub(request, body));
  const auto number = TRY(path_number(request, "entry"));
  TRY(body.refuse_others());
  TRY(body.answer_of((site.desk.*take_off)(actor, hub, number)));
  return done();
}

constexpr auto kHubWriteRoutes = std::to_array<SiteRoute<HubWriteSite>>({
    {Method::post, "/api/v1/hubs", create_hub},
    {Method::put, "/api/v1/hubs/{slug}", edit_hub},
    {Method::post, "/api/v1/hubs/{slug}/moves", move_hub},
    {Method::post, "/api/v1/hubs/{slug}/news", publish_hub_news},
    {Method::post, "/api/v1/hubs/{slug}/news/{entry}/withdrawal",
     take_off_hub<&app::HubDesk::withdraw>},
    {Method::post, "/api/v1/hubs/{slug}/calls", add_hub_call},
    {Method::post, "/api/v1/hubs/{slug}/calls/{entry}/removal",
     take_off_hub<&app::HubDesk::remove_call>},
    {Method::post, "/api/v1/hubs/{slug}/highlights", add_hub_highlight},
    {Method::post, "/api/v1/hubs/{slug}/highlights/{entry}/removal",
     take_off_hub<&app::HubDesk::remove_highlight>},
});

}  // namespace

void add_hub_write_routes(Router& router, app::Portal& portal, app::HubDesk& desk,
                          const Identity& identity) {
  add_routes(router, HubWriteSite{portal, desk, identity}, kHubWriteRoutes);
}

}  // namespace tributary::http
