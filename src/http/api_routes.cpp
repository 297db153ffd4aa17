#include "http/api_routes.h"

namespace tributary::http {

void add_api_routes(Router& router, app::Portal& portal, app::Ecosystem& ecosystem,
                    app::People& people, const Identity& identity, Metrics& metrics,
                    const std::string& public_url) {
  add_health_routes(router, portal, metrics);
  add_project_routes(router, portal);
  add_partner_routes(router, portal);
  add_network_routes(router, portal);
  add_completion_routes(router, portal);
  add_organisation_routes(router, portal);
  add_identity_routes(router, ecosystem.organisations(), identity, portal.clock());
  add_catalogue_routes(router, portal);
  add_framework_routes(router, ecosystem.framework());
  add_framework_write_routes(router, ecosystem.framework(), identity);
  add_innovation_routes(router, ecosystem.innovations(), identity, portal.clock());
  add_innovation_write_routes(router, ecosystem.innovations(), identity);
  add_application_routes(router, ecosystem.applications());
  add_application_write_routes(router, ecosystem.applications(), identity);
  add_panel_routes(router, ecosystem.panels(), identity);
  add_rubric_routes(router, ecosystem.rubrics(), identity, portal.clock());
  add_mainstreaming_routes(router, ecosystem.mainstreaming(), identity);
  add_pilot_routes(router, ecosystem.pilots(), identity, portal.clock());
  add_adoption_routes(router, ecosystem.adoption(), identity);
  add_potential_routes(router, ecosystem.potential());
  add_scouting_routes(router, portal, ecosystem, identity);
  add_hub_routes(router, portal, ecosystem, people.offers(), identity, public_url);
  add_hub_write_routes(router, portal, ecosystem.hubs(), identity);
  add_claim_routes(router, people, portal, identity);
  add_offer_routes(router, people, portal, identity);
  add_relay_routes(router, people, portal, identity);
  add_consortium_routes(router, portal);
  add_aims_routes(router, ecosystem.aims(), identity, portal.clock());
  add_ecosystem_routes(router, ecosystem, identity);
  add_feed_route(router, ecosystem, portal.clock(), public_url);
  add_account_routes(router, people.desk(), identity);
  add_provider_routes(router, people.provider(), identity);
  add_notice_routes(router, people.notices(), identity, public_url);
  add_openapi_route(router);
}

}  // namespace tributary::http
