#include "http/json/json_response.h"
#include "http/json/panel_json.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct PanelSite {
  app::PanelDesk& desk;
  const Identity& identity;
};

constexpr NumberRange kDrafts{.lowest = 0, .highest = kGreatestExactNumber, .otherwise = 0};

Outcome<eco::InnovationId> judged_innovation(const Request& request) {
  return eco::InnovationId{TRY(path_number(request, "id"))};
}

Outcome<Response> innovation_panel(const PanelSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const auto id = TRY(judged_innovation(request));
  return private_json(200, panel_json(TRY(site.desk.view(actor, id)), actor.person));
}

Outcome<Response> panel_round(const PanelSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const auto id = TRY(judged_innovation(request));
  const auto round = TRY(path_number(request, "round"));
  return private_json(200, panel_round_json(TRY(site.desk.round(actor, id, round)), actor.person));
}

Outcome<Response> assign_reviewer(const PanelSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(judged_innovation(request));
  const auto seen = TRY(seen_revision(body));
  const auto person =
      TRY(body.optional_number("person", {.lowest = 1, .highest = kGreatestExactNumber}));
  if (!person) return body.refusal("person", "the number of a reviewer");
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.assign(
      actor, {.id = id, .seen = seen, .reviewer = {static_cast<std::int64_t>(*person)}})));
  return done();
}

Outcome<Response> release_reviewer(const PanelSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(judged_innovation(request));
  app::ReleaseReviewer release;
  release.id = id;
  release.seen = TRY(seen_revision(body));
  release.reviewer = {TRY(path_number(request, "person"))};
  release.reasons = TRY(body.text("reasons"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.release(actor, release)));
  return done();
}

Outcome<Response> declare_interests(const PanelSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(judged_innovation(request));
  app::DeclareInterests declaration;
  declaration.id = id;
  declaration.seen = TRY(seen_revision(body));
  declaration.has_interest = TRY(body.flag("has_interest", false));
  declaration.text = TRY(body.text("declaration"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.declare(actor, declaration)));
  return done();
}

/// "0" to "4", "cannot_judge", or nothing yet.
Outcome<store::ScoreLine> score_line(JsonBody& line) {
  store::ScoreLine read;
  const auto answer = TRY(line.text("answer", ""));
  read.comment = TRY(line.text("comment", ""));
  TRY(line.refuse_others());
  if (answer.empty()) return read;
  read.is_answered = true;
  if (answer == "cannot_judge") return read;
  if (answer.size() != 1 || answer[0] < '0' || answer[0] > '4') {
    return line.refusal("answer", "\"0\" to \"4\", \"cannot_judge\", or empty");
  }
  read.score = answer[0] - '0';
  return read;
}

Outcome<Response> save_scores(const PanelSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::SaveScores save{.id = TRY(judged_innovation(request))};
  save.draft = static_cast<std::int64_t>(TRY(body.number("draft", kDrafts)));
  for (auto& line : TRY(body.objects("lines"))) save.lines.push_back(TRY(score_line(line)));
  save.comment = TRY(body.text("comment", ""));
  TRY(body.refuse_others());
  const auto draft = TRY(body.answer_of(site.desk.save(actor, save)));
  return private_json(200, {{"draft", draft}});
}

Outcome<Response> submit_scores(const PanelSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(judged_innovation(request));
  app::SubmitScores submit;
  submit.id = id;
  submit.seen = TRY(seen_revision(body));
  submit.draft = static_cast<std::int64_t>(TRY(body.number("draft", kDrafts)));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.submit(actor, submit)));
  return done();
}

Outcome<Response> open_calibration(const PanelSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(judged_innovation(request));
  app::OpenCalibration calibration;
  calibration.id = id;
  calibration.seen = TRY(seen_revision(body));
  calibration.reasons = TRY(body.text("reasons"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.open_calibration(actor, calibration)));
  return done();
}

constexpr auto kPanelRoutes = std::to_array<SiteRoute<PanelSite>>({
    {Method::get, "/api/v1/innovations/{id}/panel", innovation_panel},
    {Method::get, "/api/v1/innovations/{id}/panel/rounds/{round}", panel_round},
    {Method::post, "/api/v1/innovations/{id}/panel/reviewers", assign_reviewer},
    {Method::post, "/api/v1/innovations/{id}/panel/reviewers/{person}/release", release_reviewer},
    {Method::post, "/api/v1/innovations/{id}/panel/declarations", declare_interests},
    {Method::put, "/api/v1/innovations/{id}/panel/scores", save_scores},
    {Method::post, "/api/v1/innovations/{id}/panel/submissions", submit_scores},
    {Method::post, "/api/v1/innovations/{id}/panel/calibrations", open_calibration},
});

}  // namespace

void add_panel_routes(Router& router, app::PanelDesk& desk, const Identity& identity) {
  add_routes(router, PanelSite{desk, identity}, kPanelRoutes);
}

}  // namespace tributary::http
