#include "http/server.h"

#include "http/internal/beast_server.h"
#include "http/metrics.h"
#include "http/page_routes.h"
#include "http/routes.h"
#include "http/service.h"

namespace tributary::http {

struct Server::State {
  std::unique_ptr<Metrics> metrics;  // outlive, in this order, what uses them
  std::unique_ptr<Identity> identity;
  std::unique_ptr<Service> service;
  std::unique_ptr<internal::BeastServer> transport;
};

Result<std::unique_ptr<Server>> Server::start(app::Portal& portal, app::Ecosystem& ecosystem,
                                              app::People& people, const ServerOptions& options) {
  auto state = std::make_unique<State>();
  state->metrics = std::make_unique<Metrics>();
  state->identity = std::make_unique<Identity>(people.desk(), options.public_url);
  Router router;
  add_health_routes(router, portal, *state->metrics);
  add_project_routes(router, portal);
  add_completion_routes(router, portal);
  add_organisation_routes(router, portal);
  add_catalogue_routes(router, portal);
  add_framework_routes(router, ecosystem.framework());
  add_framework_write_routes(router, ecosystem.framework(), *state->identity);
  add_innovation_routes(router, ecosystem.innovations(), *state->identity);
  add_innovation_write_routes(router, ecosystem.innovations(), *state->identity);
  add_application_routes(router, ecosystem.applications());
  add_application_write_routes(router, ecosystem.applications(), *state->identity);
  add_panel_routes(router, ecosystem.panels(), *state->identity);
  add_rubric_routes(router, ecosystem.rubrics(), *state->identity);
  add_mainstreaming_routes(router, ecosystem.mainstreaming(), *state->identity);
  add_pilot_routes(router, ecosystem.pilots(), *state->identity);
  add_adoption_routes(router, ecosystem.adoption(), *state->identity);
  add_scouting_routes(router, portal, ecosystem, *state->identity);
  add_aims_routes(router, ecosystem.aims(), *state->identity);
  add_ecosystem_routes(router, ecosystem, *state->identity);
  add_feed_route(router, ecosystem, portal.clock(), options.public_url);
  add_account_routes(router, people.desk(), *state->identity);
  add_provider_routes(router, people.provider(), *state->identity);
  add_notice_routes(router, people.notices(), *state->identity, options.public_url);
  add_openapi_route(router);
  if (!options.web_root.empty()) TRY(add_page_routes(router, portal, options.web_root));
  state->service = std::make_unique<Service>(std::move(router), portal.clock(), *state->metrics);
  state->transport = TRY(internal::BeastServer::start(*state->service, options));
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::~Server() = default;

std::uint16_t Server::port() const { return state_->transport->port(); }
void Server::stop() { state_->transport->stop(); }
void Server::wait() { state_->transport->wait(); }

}  // namespace tributary::http
