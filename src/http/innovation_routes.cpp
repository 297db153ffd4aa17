#include "http/enum_parameter.h"
#include "http/json/innovation_json.h"
#include "http/json/json_response.h"
#include "http/json/supporter_json.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"
#include "http/submission.h"
#include "http/supporter_range.h"

namespace tributary::http {

namespace {

namespace eco = ecosystem;

struct InnovationReader {
  app::InnovationDesk& desk;
  const Identity& identity;
  const Clock& clock;
};

Outcome<Response> innovations(const InnovationReader& site, const Request& request) {
  Parameters parameters(request);
  store::InnovationFilter filter;
  filter.stage = TRY(enum_parameter(parameters, "stage", eco::Stage::mainstreamed));
  filter.standing = TRY(enum_parameter(parameters, "standing", eco::Standing::de_implemented));
  filter.member_state = {TRY(parameters.text("state"))};
  filter.framework_item = {TRY(parameters.text("item"))};
  filter.project = TRY(parameters.text("project"));
  filter.decided = TRY(enum_parameter(parameters, "decided", eco::PipelineAct::withdraw));
  const auto text = TRY(parameters.text("q"));
  const auto limit =
      TRY(parameters.number("limit", {.lowest = 1, .highest = 100, .otherwise = 20}));
  const auto after =
      TRY(parameters.number("after", {.lowest = 1, .highest = kGreatestExactNumber}));
  TRY(parameters.refuse_others());
  const auto behind = after == 0
                          ? std::nullopt
                          : std::optional(eco::InnovationId{static_cast<std::int64_t>(after)});
  const auto page =
      site.desk.find({.filter = filter, .text = text, .after = behind, .limit = limit});
  if (!page) {
    Problem problem(page.error());
    problem.parameter = page.error().context;
    return std::unexpected(std::move(problem));
  }
  return text_response("application/json", serialize(innovations_json(*page, limit)));
}

Outcome<Response> innovation(const InnovationReader& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto actor = TRY(site.identity.actor(request));
  const auto view = TRY(site.desk.view(actor, {TRY(path_number(request, "id"))}));
  return private_json(200, innovation_json(view, actor.person));
}

Outcome<Response> innovation_text(const InnovationReader& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto stored =
      TRY(site.desk.text({TRY(path_number(request, "id"))}, TRY(path_number(request, "number"))));
  auto document = innovation_text_json(stored.text);
  document["number"] = stored.number;
  document["at"] = rfc3339(stored.at);
  return text_response("application/json", serialize(document));
}

Outcome<Response> supporters_of_innovation(const InnovationReader& site, const Request& request) {
  const auto range = TRY(supporter_range(request));
  const auto actor = TRY(site.identity.actor(request));
  const eco::InnovationId id{TRY(path_number(request, "id"))};
  return private_json(200, supporters_json(TRY(site.desk.supporters(actor, id, range))));
}

Outcome<Response> pipeline(const InnovationReader& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto document =
      pipeline_json(TRY(site.desk.board()), TRY(site.desk.gate_rules()), site.clock.today());
  return text_response("application/json", serialize(document));
}

constexpr auto kInnovationReads = std::to_array<SiteRoute<InnovationReader>>({
    {Method::get, "/api/v1/innovations", innovations},
    {Method::get, "/api/v1/innovations/{id}", innovation},
    {Method::get, "/api/v1/innovations/{id}/texts/{number}", innovation_text},
    {Method::get, "/api/v1/innovations/{id}/supporters", supporters_of_innovation},
    {Method::get, "/api/v1/pipeline", pipeline},
});

}  // namespace

void add_innovation_routes(Router& router, app::InnovationDesk& desk, const Identity& identity,
                           const Clock& clock) {
  add_routes(router, InnovationReader{desk, identity, clock}, kInnovationReads);
}

}  // namespace tributary::http
