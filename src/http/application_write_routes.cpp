#include "http/application_places.h"
#include "http/json/application_json.h"
#include "http/json/json_response.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct ApplicationSite {
  app::ApplicationDesk& desk;
  const Identity& identity;
};

Outcome<eco::VersionNumber> version_field(JsonBody& body, std::string_view name) {
  const auto number = eco::parse_version_number(TRY(body.text(name)));
  if (!number) return body.refusal(name, "a number like 0.2.0");
  return *number;
}

constexpr auto kLastLevel = eco::Level::embedded_and_learning;

Outcome<std::optional<eco::Level>> level_field(JsonBody& body, std::string_view name) {
  const auto text = TRY(body.optional_text(name));
  if (!text || text->empty()) return std::nullopt;
  return TRY(body.one_of(name, kLastLevel));
}

/// The fields `version` and `revision`, and the code in the path.
struct SeenApplication {
  app::ApplicationName name;
  store::Revision revision;
};

Outcome<SeenApplication> seen_application(const Request& request, JsonBody& body) {
  SeenApplication seen;
  seen.name.jurisdiction = TRY(jurisdiction_in_path(request));
  seen.name.version = TRY(version_field(body, "version"));
  seen.revision = TRY(seen_revision(body));
  return seen;
}

/// The application as it is now, for who has just changed it.
Outcome<Response> application_now(const ApplicationSite& site, const app::ApplicationName& name,
                                  int status = 200) {
  return private_json(status,
                      application_json(TRY(site.desk.view(name.jurisdiction, name.version))));
}

Outcome<Response> begin_application(const ApplicationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto jurisdiction = eco::parse_jurisdiction(TRY(body.text("code")));
  if (!jurisdiction) return body.refusal("code", "that of a state or region, like PT or PT11");
  app::BeginApplication begin;
  begin.jurisdiction = *jurisdiction;
  begin.version = TRY(version_field(body, "version"));
  begin.type = TRY(body.one_of("type", eco::ApplicationType::practical_measure));
  if (const auto older = TRY(body.optional_text("carry_from"))) {
    begin.carry_from = TRY(version_field(body, "carry_from"));
  }
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.begin(actor, begin)));
  return application_now(site, {begin.jurisdiction, begin.version}, 201);
}

Outcome<Response> edit_applied_item(const ApplicationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto seen = TRY(seen_application(request, body));
  app::EditItem edit;
  edit.of = seen.name;
  edit.seen = seen.revision;
  edit.item = {std::string(request.path_parameter("item"))};
  edit.said.status = TRY(body.one_of("status", eco::ItemStatus::not_applicable));
  edit.said.self_assessed = TRY(level_field(body, "self_assessed"));
  edit.said.adaptation = TRY(body.text("adaptation", ""));
  edit.said.explanation = TRY(body.text("explanation", ""));
  edit.said.evidence_links = TRY(body.texts("evidence_links"));
  edit.said.responsible_body = TRY(body.text("responsible_body", ""));
  edit.said.from = TRY(day_field(body, "from"));
  edit.said.until = TRY(day_field(body, "until"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.edit(actor, edit)));
  return application_now(site, seen.name);
}

Outcome<Response> review_applied_item(const ApplicationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto seen = TRY(seen_application(request, body));
  app::ReviewItem review;
  review.of = seen.name;
  review.seen = seen.revision;
  review.item = {TRY(body.text("item"))};
  review.level = TRY(body.one_of("level", kLastLevel));
  review.reasons = TRY(body.text("reasons", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.review(actor, review)));
  return application_now(site, seen.name, 201);
}

Outcome<Response> set_application_targets(const ApplicationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto seen = TRY(seen_application(request, body));
  app::SetTargets wanted{.of = seen.name, .seen = seen.revision, .targets = {}};
  for (auto& target : TRY(body.objects("targets"))) {
    const eco::ItemKey key{TRY(target.text("item"))};
    wanted.targets[key] = TRY(target.one_of("level", kLastLevel));
    TRY(target.refuse_others());
  }
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.set_targets(actor, wanted)));
  return application_now(site, seen.name);
}

Outcome<Response> move_application(const ApplicationSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto seen = TRY(seen_application(request, body));
  app::MoveApplication move;
  move.of = seen.name;
  move.seen = seen.revision;
  move.act = TRY(body.one_of("act", eco::ApplicationAct::begin_anew));
  move.reasons = TRY(body.text("reasons", ""));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.move(actor, move)));
  return application_now(site, seen.name);
}

constexpr auto kApplicationWrites = std::to_array<SiteRoute<ApplicationSite>>({
    {Method::post, "/api/v1/applications", begin_application},
    {Method::put, "/api/v1/applications/{code}/items/{item}", edit_applied_item},
    {Method::post, "/api/v1/applications/{code}/reviews", review_applied_item},
    {Method::put, "/api/v1/applications/{code}/targets", set_application_targets},
    {Method::post, "/api/v1/applications/{code}/moves", move_application},
});

}  // namespace

void add_application_write_routes(Router& router, app::ApplicationDesk& desk,
                                  const Identity& identity) {
  add_routes(router, ApplicationSite{desk, identity}, kApplicationWrites);
}

}  // namespace tributary::http
