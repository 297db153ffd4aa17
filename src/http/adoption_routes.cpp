#include "http/json/adoption_json.h"
#include "http/json/json_response.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct AdoptionSite {
  app::AdoptionDesk& desk;
  const Identity& identity;
};

constexpr NumberRange kRowNumbers{.lowest = 1, .highest = kGreatestExactNumber};

Outcome<Response> adoption_of_innovation(const AdoptionSite& site, const Request& request) {
  Parameters parameters(request);
  const eco::StateCode member_state{TRY(parameters.text("member_state"))};
  const auto text = TRY(parameters.text("on"));
  TRY(parameters.refuse_others());
  const auto day = Date::from_iso(text);
  if (!day && !text.empty()) {
    return std::unexpected(Problem(400, "A day is written as 2026-11-29.", "on"));
  }
  const auto view = site.desk.view({TRY(path_number(request, "id"))}, member_state, day);
  if (view) return text_response("application/json", serialize(adoption_json(*view)));
  Problem problem(view.error());
  if (problem.status == 400) problem.parameter = view.error().context;
  return std::unexpected(std::move(problem));
}

Outcome<Response> list_providers(const AdoptionSite& site, const Request& request) {
  Parameters parameters(request);
  const eco::StateCode member_state{TRY(parameters.text("member_state"))};
  TRY(parameters.refuse_others());
  return text_response("application/json",
                       serialize(providers_json(TRY(site.desk.providers(member_state)))));
}

Outcome<std::optional<store::OrganisationId>> organisation_number(JsonBody& body) {
  const auto number = TRY(body.optional_number("organisation", kRowNumbers));
  if (!number) return std::nullopt;
  return store::OrganisationId{static_cast<std::int64_t>(*number)};
}

Outcome<std::optional<std::int64_t>> learner_number(JsonBody& body) {
  const auto number =
      TRY(body.optional_number("learners", {.lowest = 0, .highest = kGreatestExactNumber}));
  if (!number) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

Outcome<eco::ProviderId> provider_number(JsonBody& body) {
  const auto number = TRY(body.optional_number("provider", kRowNumbers));
  if (!number) return body.refusal("provider", "the number of a provider");
  return eco::ProviderId{static_cast<std::int64_t>(*number)};
}

Outcome<std::optional<eco::Fidelity>> fidelity_field(JsonBody& body) {
  if (!TRY(body.optional_text("fidelity"))) return std::nullopt;
  return TRY(body.one_of("fidelity", eco::Fidelity::in_part));
}

Outcome<Response> add_provider(const AdoptionSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::AddProvider add;
  add.name = TRY(body.text("name"));
  add.member_state = {TRY(body.text("member_state"))};
  add.organisation = TRY(organisation_number(body));
  add.learners = TRY(learner_number(body));
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.desk.add_provider(actor, add)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> edit_provider(const AdoptionSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const eco::ProviderId id{TRY(path_number(request, "id"))};
  app::EditProvider edit;
  edit.id = id;
  edit.seen = TRY(seen_revision(body));
  edit.organisation = TRY(organisation_number(body));
  edit.learners = TRY(learner_number(body));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.edit_provider(actor, edit)));
  return done();
}

Outcome<Response> record_adoption(const AdoptionSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const eco::InnovationId innovation{TRY(path_number(request, "id"))};
  const auto provider = TRY(provider_number(body));
  const auto adopted = TRY(body.optional_day("adopted"));
  if (!adopted) return body.refusal("adopted", "a day like 2026-11-29");
  eco::AdoptionRecord record;
  record.provider = provider;
  record.innovation = innovation;
  record.adopted = *adopted;
  record.stopped = TRY(body.optional_day("stopped"));
  record.fidelity = TRY(fidelity_field(body));
  const auto source = TRY(body.text("source"));
  TRY(body.refuse_others());
  const auto id = TRY(body.answer_of(site.desk.record(actor, record, source)));
  return private_json(201, {{"id", id.value}});
}

Outcome<Response> correct_adoption(const AdoptionSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const eco::AdoptionId id{TRY(path_number(request, "id"))};
  app::CorrectAdoption correction;
  correction.id = id;
  correction.seen = TRY(seen_revision(body));
  correction.stopped = TRY(body.optional_day("stopped"));
  correction.fidelity = TRY(fidelity_field(body));
  correction.source = TRY(body.text("source"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.correct(actor, correction)));
  return done();
}

Outcome<Response> reply_of_provider(const AdoptionSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const eco::InnovationId innovation{TRY(path_number(request, "id"))};
  const auto provider = TRY(provider_number(body));
  const auto day = TRY(body.optional_day("day"));
  if (!day) return body.refusal("day", "a day like 2026-11-29");
  app::ReplyOfProvider reply;
  reply.provider = provider;
  reply.innovation = innovation;
  reply.day = *day;
  reply.source = TRY(body.text("source"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.reply(actor, reply)));
  return done();
}

constexpr auto kAdoptionRoutes = std::to_array<SiteRoute<AdoptionSite>>({
    {Method::get, "/api/v1/innovations/{id}/adoption", adoption_of_innovation},
    {Method::post, "/api/v1/innovations/{id}/adoption", record_adoption},
    {Method::post, "/api/v1/innovations/{id}/adoption/replies", reply_of_provider},
    {Method::put, "/api/v1/adoption/{id}", correct_adoption},
    {Method::get, "/api/v1/providers", list_providers},
    {Method::post, "/api/v1/providers", add_provider},
    {Method::put, "/api/v1/providers/{id}", edit_provider},
});

}  // namespace

void add_adoption_routes(Router& router, app::AdoptionDesk& desk, const Identity& identity) {
  add_routes(router, AdoptionSite{desk, identity}, kAdoptionRoutes);
}

}  // namespace tributary::http
