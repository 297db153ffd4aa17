#include "http/json/json_response.h"
#include "http/json/project_json.h"
#include "http/parameters.h"
#include "http/route_table.h"
#include "http/routes.h"

namespace tributary::http {

namespace {

struct EcosystemSite {
  app::Ecosystem& ecosystem;
  const Identity& identity;
};

Outcome<Response> about_ecosystem(const EcosystemSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const boost::json::value document{{"demonstration", TRY(site.ecosystem.is_demonstration())}};
  return text_response("application/json", http::serialize(document));
}

Outcome<Response> own_tasks(const EcosystemSite& site, const Request& request) {
  TRY(Parameters(request).refuse_others());
  const auto caller = TRY(site.identity.signed_in(request));
  boost::json::array tasks;
  for (const auto& task : TRY(site.ecosystem.tasks(caller.actor))) {
    tasks.push_back({{"kind", name_of(task.kind)},
                     {"about", task.about},
                     {"page", task.page},
                     {"acts", strings_json(task.acts)},
                     {"missing", strings_json(task.missing)},
                     {"since", rfc3339(task.since)}});
  }
  return private_json(200, {{"tasks", tasks}});
}

constexpr auto kEcosystemRoutes = std::to_array<SiteRoute<EcosystemSite>>({
    {Method::get, "/api/v1/ecosystem", about_ecosystem},
    {Method::get, "/api/v1/account/tasks", own_tasks},
});

}  // namespace

void add_ecosystem_routes(Router& router, app::Ecosystem& ecosystem, const Identity& identity) {
  add_routes(router, EcosystemSite{ecosystem, identity}, kEcosystemRoutes);
}

}  // namespace tributary::http
