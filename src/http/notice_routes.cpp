#include "http/identity.h"
#include "http/json/json_response.h"
#include "http/json/machine_json.h"
#include "http/json/notice_json.h"
#include "http/json_body.h"
#include "http/notice_feed.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

constexpr std::uint64_t kMostNotices = 200;
constexpr std::uint64_t kNoticesInFeed = 50;
constexpr std::string_view kFeedEnding = ".atom";

struct NoticeSite {
  app::NoticeDesk& desk;
  const Identity& identity;
  std::string public_url;
};

Outcome<Response> own_notices(const NoticeSite& site, const Request& request) {
  const auto caller = TRY(site.identity.signed_in(request));
  Parameters parameters(request);
  const auto shown = TRY(parameters.choice("shown", {"all", "unread", "read"}));
  const auto language = TRY(parameters.choice("language", {"", "en", "de", "el"}));
  const auto before = TRY(
      parameters.number("before", {.lowest = 1, .highest = kGreatestExactNumber, .otherwise = 0}));
  const auto limit =
      TRY(parameters.number("limit", {.lowest = 0, .highest = kMostNotices, .otherwise = 50}));
  TRY(parameters.refuse_others());
  const auto page = TRY(site.desk.notices(
      caller.actor.person, {.shown = *ecosystem::enum_from_name(shown, store::Shown::read),
                            .before = {static_cast<std::int64_t>(before)},
                            .limit = limit}));
  return private_json(
      200, {{"notices", notices_json(page.notices, language.empty() ? page.language : language)},
            {"unread", page.unread},
            {"has_more", page.has_more}});
}

Outcome<Response> mark_notice(const NoticeSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  TRY(site.desk.mark_read(caller.actor.person, {TRY(path_number(request, "id"))}));
  return done();
}

Outcome<Response> mark_notices(const NoticeSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto newest =
      TRY(body.optional_number("newest", {.lowest = 1, .highest = kGreatestExactNumber}));
  TRY(body.refuse_others());
  if (!newest) return body.refusal("newest", "missing: it is the newest notice that was seen");
  TRY(site.desk.mark_all_read(actor.person, {static_cast<std::int64_t>(*newest)}));
  return done();
}

Outcome<Response> preferences(const NoticeSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  const auto chosen = TRY(site.desk.preferences(caller.actor.person));
  return private_json(200, {{"mail", name_of(chosen.mail)},
                            {"not_by_mail", names_json(chosen.muted)},
                            {"has_feed", chosen.has_feed}});
}

/// None where the field is absent.
Outcome<ecosystem::NoticeGroups> groups_field(JsonBody& body, std::string_view field) {
  ecosystem::NoticeGroups groups;
  const auto names = TRY(body.texts(field));
  for (const auto& name : names) {
    const auto group = ecosystem::enum_from_name(name, ecosystem::NoticeGroup::roles);
    if (!group) return std::unexpected(Problem(400, group.error().message, std::string(field)));
    groups.add(*group);
  }
  return groups;
}

Outcome<Response> choose(const NoticeSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto mail = TRY(body.one_of("mail", store::MailRhythm::none));
  const auto muted = TRY(groups_field(body, "not_by_mail"));
  TRY(body.refuse_others());
  TRY(site.desk.choose_mail(actor, mail, muted));
  return done();
}

Outcome<Response> renew_feed(const NoticeSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.in_session(request));
  const auto secret = TRY(site.desk.renew_feed(caller.actor));
  return private_json(
      201, {{"address", site.public_url + "/feeds/" + secret + std::string(kFeedEnding)}});
}

Outcome<Response> end_feed(const NoticeSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  TRY(site.desk.end_feed(TRY(site.identity.in_session(request)).actor));
  return done();
}

Outcome<Response> feed(const NoticeSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  std::string_view name = request.path_parameter("name");
  if (!name.ends_with(kFeedEnding)) {
    return std::unexpected(Problem(404, "There is nothing at this address."));
  }
  name.remove_suffix(kFeedEnding.size());
  const auto page = TRY(site.desk.feed(std::string(name), kNoticesInFeed));
  auto response =
      text_response("application/atom+xml", notice_feed(page, site.public_url, request.path));
  response.cache_control = "private, no-cache";
  return response;
}

/// For mail programs, which send neither cookie nor token, and a form as RFC 8058 has it.
Outcome<Response> unsubscribe(const NoticeSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  TRY(site.desk.unsubscribe(request.path_parameter("secret")));
  return done();
}

constexpr auto kNoticeRoutes = std::to_array<SiteRoute<NoticeSite>>({
    {Method::get, "/api/v1/notices", own_notices},
    {Method::post, "/api/v1/notices/read", mark_notices},
    {Method::post, "/api/v1/notices/{id}/read", mark_notice},
    {Method::get, "/api/v1/notices/preferences", preferences},
    {Method::put, "/api/v1/notices/preferences", choose},
    {Method::post, "/api/v1/notices/feed", renew_feed},
    {Method::remove, "/api/v1/notices/feed", end_feed},
    {Method::get, "/feeds/{name}", feed},
    {Method::post, "/unsubscribe/{secret}", unsubscribe},
});

}  // namespace

void add_notice_routes(Router& router, app::NoticeDesk& desk, const Identity& identity,
                       std::string public_url) {
  add_routes(router, NoticeSite{desk, identity, std::move(public_url)}, kNoticeRoutes);
}

}  // namespace tributary::http
