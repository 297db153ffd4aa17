#include "http/enum_parameter.h"
#include "http/json/json_response.h"
#include "http/json/mainstreaming_json.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct MainstreamingSite {
  app::MainstreamingDesk& desk;
  const Identity& identity;
};

constexpr NumberRange kWholeNumbers{.lowest = 1, .highest = kGreatestExactNumber};
constexpr std::uint64_t kGreatestCost = 1'000'000'000'000;  // euro a year; still exact in cents

Outcome<store::CaseId> case_in_path(const Request& request) {
  return store::CaseId{TRY(path_number(request, "id"))};
}

Outcome<Response> find_mainstreaming_cases(const MainstreamingSite& site, const Request& request) {
  Parameters parameters(request);
  app::FindCases find;
  find.filter.member_state = {TRY(parameters.text("member_state"))};
  find.filter.state = TRY(enum_parameter(parameters, "state", eco::CaseState::closed));
  find.filter.lever = TRY(enum_parameter(parameters, "lever", eco::Lever::guidance));
  find.limit = TRY(parameters.number("limit", {.lowest = 1, .highest = 100, .otherwise = 20}));
  const auto number = [&](std::string_view name) -> Outcome<std::int64_t> {
    return static_cast<std::int64_t>(TRY(parameters.number(name, kWholeNumbers)));
  };
  if (const auto id = TRY(number("innovation")); id != 0) find.filter.innovation = {id};
  if (const auto id = TRY(number("after")); id != 0) find.after = {id};
  TRY(parameters.refuse_others());
  return text_response("application/json",
                       serialize(cases_json(TRY(site.desk.find(find)), find.limit)));
}

Outcome<Response> mainstreaming_case(const MainstreamingSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  return private_json(200, case_json(TRY(site.desk.view(actor, TRY(case_in_path(request))))));
}

/// All twelve, or none, which are unknown.
Outcome<eco::Checklist> checklist_field(JsonBody& body) {
  eco::Checklist checklist;
  auto lines = TRY(body.objects("checklist"));
  if (lines.empty()) return checklist;
  if (lines.size() != checklist.size()) return body.refusal("checklist", "a list of twelve items");
  for (std::size_t item = 0; item < checklist.size(); ++item) {
    checklist[item] = {.answer = TRY(lines[item].one_of("answer", eco::ChecklistAnswer::yes)),
                       .evidence = TRY(lines[item].text("evidence", ""))};
    TRY(lines[item].refuse_others());
  }
  return checklist;
}

/// All that is prepared, but for what the case is of.
Outcome<eco::MainstreamingCase> case_content(JsonBody& body) {
  eco::MainstreamingCase content;
  content.lever = TRY(body.one_of("lever", eco::Lever::guidance));
  content.competent_authority = TRY(body.text("competent_authority"));
  content.checklist = TRY(checklist_field(body));
  content.risks = TRY(body.text("risks", ""));
  content.equity = TRY(body.text("equity", ""));
  const auto euros =
      TRY(body.optional_number("cost_at_scale", {.lowest = 0, .highest = kGreatestCost}));
  if (euros) content.cost_at_scale = Money{.cents = static_cast<std::int64_t>(*euros) * 100};
  return content;
}

Outcome<Response> prepare_case(const MainstreamingSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto innovation = TRY(body.optional_number("innovation", kWholeNumbers));
  if (!innovation) return body.refusal("innovation", "the number of an innovation");
  const auto member_state = TRY(body.text("member_state"));
  auto content = TRY(case_content(body));
  content.innovation = {static_cast<std::int64_t>(*innovation)};
  content.state = {member_state};
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.desk.prepare(actor, content)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> edit_case(const MainstreamingSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(case_in_path(request));
  app::EditCase edit;
  edit.id = id;
  edit.seen = TRY(seen_revision(body));
  edit.content = TRY(case_content(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.edit(actor, edit)));
  return done();
}

Outcome<Response> move_case(const MainstreamingSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto id = TRY(case_in_path(request));
  app::MoveCase move;
  move.id = id;
  move.seen = TRY(seen_revision(body));
  move.act = TRY(body.one_of("act", eco::CaseAct::close));
  move.reasons = TRY(body.text("reasons", ""));
  move.in_force_from = TRY(body.optional_day("in_force_from"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.move(actor, move)));
  return done();
}

constexpr auto kMainstreamingRoutes = std::to_array<SiteRoute<MainstreamingSite>>({
    {Method::get, "/api/v1/mainstreaming", find_mainstreaming_cases},
    {Method::post, "/api/v1/mainstreaming", prepare_case},
    {Method::get, "/api/v1/mainstreaming/{id}", mainstreaming_case},
    {Method::put, "/api/v1/mainstreaming/{id}", edit_case},
    {Method::post, "/api/v1/mainstreaming/{id}/moves", move_case},
});

}  // namespace

void add_mainstreaming_routes(Router& router, app::MainstreamingDesk& desk,
                              const Identity& identity) {
  add_routes(router, MainstreamingSite{desk, identity}, kMainstreamingRoutes);
}

}  // namespace tributary::http
