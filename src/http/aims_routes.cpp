#include "http/json/aims_json.h"
#include "http/json/json_response.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

/// What every function here works with.
struct AimsSite {
  app::AimsDesk& desk;
  const Identity& identity;
  const Clock& clock;
};

constexpr NumberRange kYears{.lowest = 1, .highest = 9999};

template <class T>
Outcome<T> naming_the_parameter(Result<T> result) {
  if (result) return *std::move(result);
  Problem problem(result.error());
  if (problem.status == 400) problem.parameter = result.error().context;
  return std::unexpected(std::move(problem));
}

eco::StateCode state_in_path(const Request& request) { return {request.path_parameter("state")}; }

Outcome<std::optional<int>> optional_year(Parameters& parameters, std::string_view name) {
  if (!parameters.has(name)) return std::nullopt;
  return static_cast<int>(TRY(parameters.number(name, kYears)));
}

Outcome<Response> aim_states(const AimsSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto states = TRY(site.desk.states());
  return text_response("application/json", serialize(aim_states_json(states, site.clock.today())));
}

Outcome<Response> aims_of_state(const AimsSite& site, const Request& request) {
  Parameters parameters(request);
  app::AimYears years;
  years.from = TRY(optional_year(parameters, "from"));
  years.to = TRY(optional_year(parameters, "to"));
  TRY(parameters.refuse_others());
  const auto view = TRY(naming_the_parameter(site.desk.view(state_in_path(request), years)));
  return text_response("application/json", serialize(aims_json(view)));
}

Outcome<Response> rows_of_figure(const AimsSite& site, const Request& request) {
  Parameters parameters(request);
  const auto year = TRY(parameters.number("year", kYears));
  const auto cursor = TRY(parameters.text("cursor"));
  const auto limit =
      TRY(parameters.number("limit", {.lowest = 1, .highest = 1000, .otherwise = 100}));
  TRY(parameters.refuse_others());
  const auto figure = TRY(eco::aim_figure_from_name(request.path_parameter("figure")));
  const auto state = state_in_path(request);
  const auto page = TRY(
      naming_the_parameter(site.desk.rows(state, figure, static_cast<int>(year), cursor, limit)));
  return text_response("application/json", serialize(aim_rows_json(state, page)));
}

Outcome<Response> vet_providers_of_state(const AimsSite& site, const Request& request) {
  Parameters parameters(request);
  const auto cursor = TRY(parameters.text("cursor"));
  const auto limit =
      TRY(parameters.number("limit", {.lowest = 1, .highest = 1000, .otherwise = 100}));
  TRY(parameters.refuse_others());
  const auto state = state_in_path(request);
  const auto page = TRY(naming_the_parameter(site.desk.vet_providers(state, cursor, limit)));
  return text_response("application/json",
                       serialize(vet_providers_json(state, page, site.clock.today())));
}

Outcome<Response> answers_of_state(const AimsSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto answers = TRY(naming_the_parameter(site.desk.answers(state_in_path(request))));
  return text_response("application/json",
                       serialize(provider_answers_json(answers, site.clock.today())));
}

constexpr NumberRange kCounts{.lowest = 0, .highest = kGreatestExactNumber};

Outcome<Date> day_that_has_to_be_there(JsonBody& body, std::string_view name) {
  const auto day = TRY(body.optional_day(name));
  if (!day) return body.refusal(name, "a day like 2026-11-29");
  return *day;
}

Outcome<std::vector<eco::ImplementedInnovation>> implemented_innovations(JsonBody& body) {
  std::vector<eco::ImplementedInnovation> innovations;
  for (auto& innovation : TRY(body.objects("innovations"))) {
    innovations.push_back(
        {.implemented = TRY(day_that_has_to_be_there(innovation, "implemented")),
         .type = TRY(innovation.one_of("type", eco::OsloType::external_relations)),
         .novelty = TRY(innovation.one_of("novelty", eco::NoveltyScope::eu))});
    TRY(innovation.refuse_others());
  }
  return innovations;
}

Outcome<Response> record_answer(const AimsSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  app::RecordAnswer record;
  record.stated.answer.provider = {TRY(path_number(request, "id"))};
  record.stated.answer.answered = TRY(day_that_has_to_be_there(body, "answered"));
  record.stated.answer.innovations = TRY(implemented_innovations(body));
  record.stated.learners = TRY(body.optional_number("learners", kCounts));
  record.stated.reached = TRY(body.optional_number("learners_reached", kCounts));
  record.source = TRY(body.text("source"));
  const auto seen =
      TRY(body.optional_number("revision", {.lowest = 1, .highest = kGreatestExactNumber}));
  if (seen) record.seen = store::Revision{static_cast<std::int64_t>(*seen)};
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.record_answer(actor, record)));
  return done();
}

Outcome<Response> record_scope(const AimsSite& site, const Request& request) {
  auto [actor, body] = TRY(submission(site.identity, request));
  const auto providers = TRY(body.optional_number("providers", kCounts));
  if (!providers) return body.refusal("providers", "how many there are");
  app::RecordScope record;
  record.member_state = state_in_path(request);
  record.providers = *providers;
  record.day = TRY(day_that_has_to_be_there(body, "day"));
  record.source = TRY(body.text("source"));
  TRY(body.refuse_others());
  TRY(body.answer_of(site.desk.record_scope(actor, record)));
  return done();
}

constexpr auto kAimsRoutes = std::to_array<SiteRoute<AimsSite>>({
    {Method::get, "/api/v1/aims", aim_states},
    {Method::get, "/api/v1/aims/{state}", aims_of_state},
    {Method::get, "/api/v1/aims/{state}/answers", answers_of_state},
    {Method::get, "/api/v1/aims/{state}/organisations", vet_providers_of_state},
    {Method::post, "/api/v1/aims/{state}/scope", record_scope},
    {Method::get, "/api/v1/aims/{state}/{figure}/rows", rows_of_figure},
    {Method::post, "/api/v1/providers/{id}/answers", record_answer},
});

}  // namespace

void add_aims_routes(Router& router, app::AimsDesk& desk, const Identity& identity,
                     const Clock& clock) {
  add_routes(router, AimsSite{desk, identity, clock}, kAimsRoutes);
}

}  // namespace tributary::http
